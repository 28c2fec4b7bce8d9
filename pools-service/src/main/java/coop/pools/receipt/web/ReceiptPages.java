package coop.pools.receipt.web;

import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Receipts for who is signed in in a browser. */
@Hidden
@Path("/")
public final class ReceiptPages {
    private final ReceiptFiles files;

    public ReceiptPages(ReceiptFiles files) {
        this.files = files;
    }

    @GET
    @Path("/receipts/{id}")
    public Response read(@Context Visit visit, @PathParam("id") String id) {
        return files.answer(visit, id);
    }
}
