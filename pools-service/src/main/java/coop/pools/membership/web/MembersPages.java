package coop.pools.membership.web;

import coop.pools.kernel.Refused;
import coop.pools.membership.Invite;
import coop.pools.membership.RevokeInvitation;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Page;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Who is in a Pool, who may come, and inviting by link. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class MembersPages {
    private static final String TEMPLATE = "/templates/membership/members.ftlh";

    private final Pages pages;
    private final ReadPools pools;
    private final MembersShowing showing;
    private final Invite invite;
    private final RevokeInvitation revoke;
    private final InvitationsApi.InvitationLinks links;

    public MembersPages(
            Pages pages,
            ReadPools pools,
            MembersShowing showing,
            Invite invite,
            RevokeInvitation revoke,
            InvitationsApi.InvitationLinks links) {
        this.pages = pages;
        this.pools = pools;
        this.showing = showing;
        this.invite = invite;
        this.revoke = revoke;
        this.links = links;
    }

    /** How many there are, for everybody; who they are, for members. */
    @GET
    @Path("/pools/{slug}/members")
    public Page members(@Context Visit visit, @PathParam("slug") String slug, @QueryParam("after") String after) {
        Pool pool = pools.bySlug(slug);
        int from = (int) Math.min(Integer.MAX_VALUE, Fields.afterSeq(after));
        return pages.page(visit, TEMPLATE, showing.model(visit, pool, from, MembersShowing.Inviting.nothing()));
    }

    /** Makes a link and shows it this once; sent again, the same invitation gets a new link. */
    @POST
    @Path("/pools/{slug}/invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @FormParam("id") String formId,
            @FormParam("email") String email) {
        Pool pool = pools.bySlug(slug);
        try {
            Invite.Made made = invite.invite(
                    visit.caller(), pool.id(), visit.newId(formId), InvitationsApi.InvitationLinks.email(email));
            String url = links.url(made.secret()).toString();
            return Response.ok(pages.page(
                            visit, TEMPLATE, showing.model(visit, pool, 0, MembersShowing.Inviting.made(url))))
                    .build();
        } catch (Refused refused) {
            String typed = email == null || email.length() > 254 ? "" : email;
            return pages.again(
                    visit, TEMPLATE, showing.model(visit, pool, 0, MembersShowing.Inviting.typed(typed)), refused);
        }
    }

    @POST
    @Path("/pools/{slug}/invitations/{id}/revoke")
    public Response revoke(@Context Visit visit, @PathParam("slug") String slug, @PathParam("id") String id) {
        Pool pool = pools.bySlug(slug);
        revoke.revoke(visit.caller(), pool.id(), Fields.pathId(id));
        return Pages.seeOther("/pools/" + pool.slug() + "/members");
    }
}
