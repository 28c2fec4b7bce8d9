package coop.pools.membership.web;

import coop.pools.kernel.IdSource;
import coop.pools.membership.Invite;
import coop.pools.membership.ReadInvitations;
import coop.pools.membership.RevokeInvitation;
import coop.pools.membership.domain.LinkInvitation;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations by link that the caller makes. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class InvitationsApi {
    private final ReadPools pools;
    private final ReadInvitations invitations;
    private final Invite invite;
    private final RevokeInvitation revoke;
    private final InvitationLinks links;

    public InvitationsApi(
            ReadPools pools,
            ReadInvitations invitations,
            Invite invite,
            RevokeInvitation revoke,
            InvitationLinks links) {
        this.pools = pools;
        this.invitations = invitations;
        this.invite = invite;
        this.revoke = revoke;
        this.links = links;
    }

    /** The caller's live invitations, newest first, at most 200; without their links. */
    @GET
    @Path("/api/v1/pools/{slug}/invitations")
    public Invitations list(@Context Visit visit, @PathParam("slug") String slug) {
        return new Invitations(
                invitations.mine(visit.caller(), pools.bySlug(slug).id()).stream()
                        .map(Invitation::of)
                        .toList());
    }

    /** A link for one e-mail address, or without one for everybody who has it; shown this once. */
    @POST
    @Path("/api/v1/pools/{slug}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context Visit visit, @PathParam("slug") String slug, NewInvitation sent) {
        Optional<String> email = Optional.ofNullable(sent).flatMap(body -> InvitationLinks.email(body.email()));
        UUID pool = pools.bySlug(slug).id();
        Invite.Made made = invite.invite(visit.caller(), pool, links.newId(visit), email);
        return Response.status(201)
                .entity(new MadeInvitation(
                        made.invitation().id(),
                        links.url(made.secret()).toString(),
                        made.invitation().email(),
                        made.invitation().expiresAt()))
                .build();
    }

    /** Takes one back at once. */
    @DELETE
    @Path("/api/v1/pools/{slug}/invitations/{id}")
    @ApiResponse(responseCode = "204", description = "done")
    public void takeBack(@Context Visit visit, @PathParam("slug") String slug, @PathParam("id") String id) {
        revoke.revoke(visit.caller(), pools.bySlug(slug).id(), Fields.pathId(id));
    }

    /** The links' addresses and ids. */
    public record InvitationLinks(URI publicUrl, IdSource ids) {
        UUID newId(Visit visit) {
            return visit.newId(ids);
        }

        URI url(String secret) {
            return publicUrl.resolve("/invitations/" + secret);
        }

        /** An e-mail address that may be missing. */
        static Optional<String> email(String sent) {
            String text = Fields.optionalText("email", sent, 254);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (!text.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+")) {
                throw Fields.invalid("email", "an e-mail address such as ana@example.org");
            }
            return Optional.of(text);
        }
    }

    /** Whom to invite; {@code email} may be missing. */
    public record NewInvitation(String email) {}

    /** An invitation just made; {@code url} is its link, shown this once. */
    public record MadeInvitation(UUID id, String url, Optional<String> email, Instant expiresAt) {}

    /** The caller's live invitations. */
    public record Invitations(List<Invitation> items) {}

    /** An invitation; {@code used} is how many have joined by it. */
    public record Invitation(UUID id, Optional<String> email, Instant createdAt, Instant expiresAt, int used) {
        static Invitation of(LinkInvitation link) {
            return new Invitation(link.id(), link.email(), link.createdAt(), link.expiresAt(), link.used());
        }
    }
}
