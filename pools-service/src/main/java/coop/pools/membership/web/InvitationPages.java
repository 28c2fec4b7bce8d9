package coop.pools.membership.web;

import coop.pools.kernel.Refused;
import coop.pools.membership.MembershipRefusal;
import coop.pools.membership.ReadInvitations;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
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
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where an invitation's link leads: to the bylaws of the Pool, or to a friendly word that the link is of no use. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class InvitationPages {
    private static final int LONGEST_SECRET = 100;

    private final Pages pages;
    private final ReadInvitations invitations;
    private final JoinShowing showing;

    public InvitationPages(Pages pages, ReadInvitations invitations, JoinShowing showing) {
        this.pages = pages;
        this.invitations = invitations;
        this.showing = showing;
    }

    @GET
    @Path("/invitations/{token}")
    public Response read(@Context Visit visit, @PathParam("token") String token) {
        return whileGood(
                visit,
                token,
                found -> showing.isMember(visit, found.pool())
                        ? Pages.seeOther("/pools/" + found.pool().slug())
                        : Response.ok(showing.page(visit, found.pool(), way(token, found)))
                                .build());
    }

    @POST
    @Path("/invitations/{token}/join")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(
            @Context Visit visit,
            @PathParam("token") String token,
            @FormParam("accept") String accept,
            @FormParam("sha256") String sha256) {
        return whileGood(
                visit,
                token,
                found -> showing.join(
                        visit,
                        found.pool(),
                        way(token, found),
                        Optional.of(token),
                        new JoinShowing.Consent(accept, sha256)));
    }

    private Response whileGood(Visit visit, String token, Function<ReadInvitations.Found, Response> answer) {
        try {
            if (token.length() > LONGEST_SECRET) {
                throw new Refused(MembershipRefusal.INVITATION_GONE);
            }
            return answer.apply(invitations.bySecret(token));
        } catch (Refused refused) {
            if (refused.code() != MembershipRefusal.INVITATION_GONE) {
                throw refused;
            }
            return Response.status(Response.Status.NOT_FOUND)
                    .entity(pages.page(visit, "/templates/membership/invitation-gone.ftlh", Map.of()))
                    .build();
        }
    }

    private static JoinShowing.Way way(String token, ReadInvitations.Found found) {
        String path = "/invitations/" + token;
        return new JoinShowing.Way(path, path + "/join", found.inviter(), false);
    }
}
