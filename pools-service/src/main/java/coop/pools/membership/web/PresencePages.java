package coop.pools.membership.web;

import coop.pools.membership.EndSilence;
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

/** A member who was silent comes back by one click. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class PresencePages {
    private final ReadPools pools;
    private final EndSilence silence;

    public PresencePages(ReadPools pools, EndSilence silence) {
        this.pools = pools;
        this.silence = silence;
    }

    @POST
    @Path("/pools/{slug}/members/here")
    public Response here(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        silence.end(visit.caller(), pool.id());
        return Pages.seeOther("/pools/" + pool.slug() + "/members");
    }
}
