package coop.pools.membership.web;

import coop.pools.membership.TakeRequestBack;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Taking back that one asked to be let in. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class AdmissionPages {
    private final ReadPools pools;
    private final TakeRequestBack takeBack;

    public AdmissionPages(ReadPools pools, TakeRequestBack takeBack) {
        this.pools = pools;
        this.takeBack = takeBack;
    }

    @POST
    @Path("/pools/{slug}/admission/withdraw")
    public Response takeBack(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        takeBack.takeBack(visit.caller(), pool.id());
        return Pages.seeOther("/pools/" + pool.slug() + "?said=request-withdrawn");
    }
}
