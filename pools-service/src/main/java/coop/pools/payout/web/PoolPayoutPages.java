package coop.pools.payout.web;

import coop.pools.governance.domain.BodyRef;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** The page of a Pool's payouts. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PoolPayoutPages {
    private final PayoutPages payouts;

    public PoolPayoutPages(PayoutPages payouts) {
        this.payouts = payouts;
    }

    @GET
    @Path("/pools/{slug}/payouts")
    public Page list(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("after") String after) {
        return payouts.list(visit, BodyRef.Kind.POOL, slug, after);
    }
}
