package coop.pools.membership.web;

import coop.pools.membership.EndSilence;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** A member who was silent says that they are still here. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PresenceApi {
    private final ReadPools pools;
    private final EndSilence silence;

    public PresenceApi(ReadPools pools, EndSilence silence) {
        this.pools = pools;
        this.silence = silence;
    }

    /** The caller counts for the quorum of votes that open from now on. */
    @POST
    @Path("/api/v1/pools/{slug}/members/me/presence")
    public Presence here(@Context Visit visit, @PathParam("slug") String slug) {
        silence.end(visit.caller(), pools.bySlug(slug).id());
        return new Presence(false);
    }

    /** @param silent whether the caller is left out of the quorum */
    public record Presence(boolean silent) {}
}
