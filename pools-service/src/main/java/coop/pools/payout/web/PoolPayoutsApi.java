package coop.pools.payout.web;

import coop.pools.governance.domain.BodyRef;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** A Pool's payouts. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PoolPayoutsApi {
    private final BodyPayouts payouts;

    public PoolPayoutsApi(BodyPayouts payouts) {
        this.payouts = payouts;
    }

    @GET
    @Path("/api/v1/pools/{slug}/payouts")
    public PayoutJson.Items list(
            @PathParam("slug") String slug, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return payouts.list(BodyRef.Kind.POOL, slug, after, limit);
    }
}
