package coop.pools.governance.web;

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

/** A Pool's proposals. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PoolProposalsApi {
    private final BodyProposals proposals;

    public PoolProposalsApi(BodyProposals proposals) {
        this.proposals = proposals;
    }

    @GET
    @Path("/api/v1/pools/{slug}/proposals")
    public ProposalJson.Items list(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        return proposals.list(visit, BodyRef.Kind.POOL, slug, after, limit);
    }

    @POST
    @Path("/api/v1/pools/{slug}/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "proposed",
            content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    public Response propose(@Context Visit visit, @PathParam("slug") String slug, BodyProposals.NewProposal proposal) {
        return proposals.propose(visit, BodyRef.Kind.POOL, slug, proposal);
    }
}
