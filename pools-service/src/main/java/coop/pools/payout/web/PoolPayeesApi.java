package coop.pools.payout.web;

import coop.pools.governance.domain.BodyRef;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A Pool's payees, for its members. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PoolPayeesApi {
    private final BodyPayees payees;

    public PoolPayeesApi(BodyPayees payees) {
        this.payees = payees;
    }

    @GET
    @Path("/api/v1/pools/{slug}/payees")
    public PayeeJson.Items list(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return payees.list(visit, BodyRef.Kind.POOL, slug, after, limit);
    }

    @POST
    @Path("/api/v1/pools/{slug}/payees")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "invited; the link is shown this once",
            content = @Content(schema = @Schema(implementation = PayeeJson.class)))
    public Response invite(@Context Visit visit, @PathParam("slug") String slug, BodyPayees.NewPayee payee) {
        return payees.invite(visit, BodyRef.Kind.POOL, slug, payee);
    }
}
