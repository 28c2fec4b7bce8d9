package coop.pools.membership.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.AskToJoin;
import coop.pools.membership.ReadRequest;
import coop.pools.membership.TakeRequestBack;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import coop.pools.pool.ReadPools;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Asking to be let in where the members vote on it, and taking that back. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AdmissionsApi {
    private final ReadPools pools;
    private final AskToJoin ask;
    private final TakeRequestBack takeBack;
    private final ReadRequest requests;
    private final IdSource ids;

    public AdmissionsApi(ReadPools pools, AskToJoin ask, TakeRequestBack takeBack, ReadRequest requests, IdSource ids) {
        this.takeBack = takeBack;
        this.requests = requests;
        this.pools = pools;
        this.ask = ask;
        this.ids = ids;
    }

    /** The request itself is the yes to the bylaws in force; answers the proposal that the members decide. */
    @POST
    @Path("/api/v1/pools/{slug}/admissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "asked",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    public Response ask(@Context Visit visit, @PathParam("slug") String slug, Asking sent) {
        Asking asked = sent == null ? new Asking(null, null) : sent;
        UUID proposal = ask.ask(
                visit.caller(),
                visit.newId(ids),
                pools.bySlug(slug).id(),
                Optional.ofNullable(asked.sha256()).map(hash -> Fields.text("sha256", hash, 64)),
                asked.text() == null ? "" : asked.text());
        return Response.status(201).entity(new Asked(proposal)).build();
    }

    /** The caller's own request while it stands; after a no members may still propose to let the person in. */
    @GET
    @Path("/api/v1/pools/{slug}/admissions/me")
    public Request mine(@Context Visit visit, @PathParam("slug") String slug) {
        visit.caller().require(Scope.READ);
        return requests.of(visit.caller(), pools.bySlug(slug).id())
                .map(request -> new Request(
                        request.proposal(), request.askedAt(), request.state().word()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /**
     * Takes the caller's request back. Before its vote the proposal is withdrawn; once it is open, the vote goes on and
     * lets nobody in. Nothing happens when no request stands.
     */
    @DELETE
    @Path("/api/v1/pools/{slug}/admissions/me")
    @ApiResponse(responseCode = "204", description = "done")
    public void takeBack(@Context Visit visit, @PathParam("slug") String slug) {
        takeBack.takeBack(visit.caller(), pools.bySlug(slug).id());
    }

    /** A request that stands. @param state of the proposal that decides */
    public record Request(UUID proposal, Instant askedAt, String state) {}

    /** What somebody says who asks; both may be missing. @param sha256 of the bylaws that were read */
    public record Asking(String text, String sha256) {}

    /** The proposal that decides. */
    public record Asked(UUID proposal) {}
}
