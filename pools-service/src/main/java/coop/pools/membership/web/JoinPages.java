package coop.pools.membership.web;

import coop.pools.membership.AskToJoin;
import coop.pools.membership.DeclineInvitation;
import coop.pools.membership.ReadInvitations;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** Joining a Pool by a yes to its bylaws, or saying no to the invitation that waits. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class JoinPages {
    private final ReadPools pools;
    private final ReadInvitations invitations;
    private final DeclineInvitation decline;
    private final JoinShowing showing;
    private final AskToJoin ask;

    public JoinPages(
            ReadPools pools,
            ReadInvitations invitations,
            DeclineInvitation decline,
            JoinShowing showing,
            AskToJoin ask) {
        this.ask = ask;
        this.pools = pools;
        this.invitations = invitations;
        this.decline = decline;
        this.showing = showing;
    }

    /** For everybody to read; members are there already. */
    @GET
    @Path("/pools/{slug}/join")
    public Response read(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        if (showing.isMember(visit, pool)) {
            return Pages.seeOther("/pools/" + pool.slug());
        }
        return Response.ok(showing.page(visit, pool, way(visit, pool))).build();
    }

    @POST
    @Path("/pools/{slug}/join")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @FormParam("accept") String accept,
            @FormParam("sha256") String sha256) {
        Pool pool = pools.bySlug(slug);
        return showing.join(visit, pool, way(visit, pool), Optional.empty(), new JoinShowing.Consent(accept, sha256));
    }

    @POST
    @Path("/pools/{slug}/admission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@Context Visit visit, @PathParam("slug") String slug, MultivaluedMap<String, String> form) {
        Pool pool = pools.bySlug(slug);
        UUID id = visit.newId(form.getFirst("id"));
        return showing.ask(
                visit,
                pool,
                way(visit, pool),
                form,
                (sha256, why) -> ask.ask(visit.caller(), id, pool.id(), Optional.of(sha256), why));
    }

    @POST
    @Path("/pools/{slug}/join/decline")
    public Response decline(@Context Visit visit, @PathParam("slug") String slug) {
        Pool pool = pools.bySlug(slug);
        decline.decline(visit.caller(), pool.id());
        return Pages.seeOther("/pools/" + pool.slug() + "?said=declined");
    }

    private JoinShowing.Way way(Visit visit, Pool pool) {
        String path = "/pools/" + pool.slug() + "/join";
        boolean waiting = visit.signedIn() && invitations.isWaiting(visit.caller(), pool.id());
        return new JoinShowing.Way(path, path, "", waiting);
    }
}
