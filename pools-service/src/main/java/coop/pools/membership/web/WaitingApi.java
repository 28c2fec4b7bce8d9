package coop.pools.membership.web;

import coop.pools.membership.DeclineInvitation;
import coop.pools.membership.ReadInvitations;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Invitations that wait for the caller, because a group's roster names one of their accounts. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class WaitingApi {
    private final ReadInvitations invitations;
    private final ReadPools pools;
    private final DeclineInvitation decline;

    public WaitingApi(ReadInvitations invitations, ReadPools pools, DeclineInvitation decline) {
        this.invitations = invitations;
        this.pools = pools;
        this.decline = decline;
    }

    /** In the order of the Pools' slugs. */
    @GET
    @Path("/api/v1/me/invitations")
    public WaitingList waiting(@Context Visit visit) {
        return new WaitingList(invitations.waitingFor(visit.caller()).stream()
                .map(pool -> new WaitingInvitation(pool.slug(), pool.name()))
                .toList());
    }

    /** Says no; what the roster said about the caller is erased. Nothing happens when none was waiting. */
    @DELETE
    @Path("/api/v1/me/invitations/{pool}")
    @ApiResponse(responseCode = "204", description = "done")
    public void decline(@Context Visit visit, @PathParam("pool") String pool) {
        decline.decline(visit.caller(), pools.bySlug(pool).id());
    }

    /** Waiting invitations. */
    public record WaitingList(List<WaitingInvitation> items) {}

    /** The Pool that waits. */
    public record WaitingInvitation(String pool, String name) {}
}
