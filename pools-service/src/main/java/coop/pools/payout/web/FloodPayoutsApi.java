package coop.pools.payout.web;

import coop.pools.governance.domain.BodyRef;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** A Flood's payouts. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class FloodPayoutsApi {
    private final BodyPayouts payouts;

    public FloodPayoutsApi(BodyPayouts payouts) {
        this.payouts = payouts;
    }

    @GET
    @Path("/api/v1/floods/{slug}/payouts")
    public PayoutJson.Items list(
            @PathParam("slug") String slug, @QueryParam("after") String after, @QueryParam("limit") String limit) {
        return payouts.list(BodyRef.Kind.FLOOD, slug, after, limit);
    }
}
