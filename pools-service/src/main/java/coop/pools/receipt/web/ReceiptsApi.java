package coop.pools.receipt.web;

import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Receipts in the API, for members of the Pool and for who handed them in. */
@Path("/")
public final class ReceiptsApi {
    private final ReceiptFiles files;

    public ReceiptsApi(ReceiptFiles files) {
        this.files = files;
    }

    @GET
    @Path("/api/v1/receipts/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "the file as it is kept",
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary"))
            })
    public Response read(@Context Visit visit, @PathParam("id") String id) {
        return files.answer(visit, id);
    }
}
