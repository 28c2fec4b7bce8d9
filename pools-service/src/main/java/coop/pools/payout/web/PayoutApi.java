package coop.pools.payout.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One payout. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PayoutApi {
    private final BodyPayouts payouts;

    public PayoutApi(BodyPayouts payouts) {
        this.payouts = payouts;
    }

    @GET
    @Path("/api/v1/payouts/{id}")
    public PayoutJson read(@PathParam("id") String id) {
        return payouts.one(id);
    }
}
