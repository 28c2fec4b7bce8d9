package coop.pools.round.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.Listing;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.web.BodyProposals;
import coop.pools.governance.web.ProposalJson;
import coop.pools.governance.web.RoundAfter;
import coop.pools.governance.web.RoundBody;
import coop.pools.governance.web.RoundLineBody;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.MoneyJson;
import coop.pools.platform.web.Visit;
import coop.pools.round.ChangeAllocation;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundView;
import coop.pools.round.domain.Allocation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rounds: propose one, see how it stands, and give one's own share. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class RoundsApi {
    private final ReadRounds rounds;
    private final ChangeAllocation change;
    private final BodyProposals proposals;
    private final Bodies bodies;

    public RoundsApi(ReadRounds rounds, ChangeAllocation change, BodyProposals proposals, Bodies bodies) {
        this.rounds = rounds;
        this.change = change;
        this.proposals = proposals;
        this.bodies = bodies;
    }

    @GET
    @Path("/api/v1/pools/{slug}/rounds")
    public RoundJson.Rounds list(@Context Visit visit, @PathParam("slug") String slug) {
        return list(visit, BodyRef.Kind.POOL, slug);
    }

    @GET
    @Path("/api/v1/floods/{slug}/rounds")
    public RoundJson.Rounds listOfFlood(@Context Visit visit, @PathParam("slug") String slug) {
        return list(visit, BodyRef.Kind.FLOOD, slug);
    }

    private RoundJson.Rounds list(Visit visit, BodyRef.Kind kind, String slug) {
        BodyRef body = bodies.bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new RoundJson.Rounds(
                rounds.ofBody(visit.caller(), body).stream().map(RoundJson::of).toList());
    }

    @POST
    @Path("/api/v1/pools/{slug}/rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "proposed: the vote on it opens the round, which has the id of the proposal",
            content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    public Response propose(@Context Visit visit, @PathParam("slug") String slug, NewRound sent) {
        return propose(visit, BodyRef.Kind.POOL, slug, sent);
    }

    @POST
    @Path("/api/v1/floods/{slug}/rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "proposed: the vote on it opens the round, which has the id of the proposal",
            content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    public Response proposeInFlood(@Context Visit visit, @PathParam("slug") String slug, NewRound sent) {
        return propose(visit, BodyRef.Kind.FLOOD, slug, sent);
    }

    private Response propose(Visit visit, BodyRef.Kind kind, String slug, NewRound sent) {
        NewRound round = Fields.required("body", sent);
        String name = Fields.text("name", round.name(), 80);
        RoundBody.Times times = new RoundBody.Times(round.opensAt(), round.closesAt(), round.days());
        RoundBody wanted = new RoundBody(name, round.pot(), round.buckets(), times, round.after());
        return proposals.proposeRound(
                visit,
                kind,
                slug,
                new BodyProposals.NewRound("Open the round " + name, round.text(), wanted, round.voteOpensAt()));
    }

    @GET
    @Path("/api/v1/rounds/{id}")
    public RoundJson read(@Context Visit visit, @PathParam("id") String id) {
        return RoundJson.of(rounds.one(visit.caller(), Fields.pathId(id)));
    }

    /** So much of my share from now on; zero takes it back. */
    @PUT
    @Path("/api/v1/rounds/{id}/allocations/{bucket}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RoundJson give(
            @Context Visit visit, @PathParam("id") String id, @PathParam("bucket") String bucket, NewAllocation sent) {
        UUID round = Fields.pathId(id);
        MoneyJson amount =
                Fields.required("amount", Fields.required("body", sent).amount());
        String currency =
                rounds.one(visit.caller(), round).round().share().currency().getCurrencyCode();
        change.change(visit.caller(), round, Map.of(bucket, amount.zeroOrMore("amount", currency)));
        return read(visit, id);
    }

    @GET
    @Path("/api/v1/rounds/{id}/allocations")
    public RoundJson.Allocations allocations(
            @Context Visit visit,
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        RoundView view = rounds.one(visit.caller(), Fields.pathId(id));
        Map<UUID, String> slugs = view.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.bucket().id(), line -> line.bucket().slug()));
        Listing<Allocation> page = rounds.allocations(
                view.round().id(), Optional.ofNullable(after).map(Fields::pathId), Fields.limit(limit));
        return new RoundJson.Allocations(
                page.items().stream()
                        .map(given -> RoundJson.Line.of(given, slugs.get(given.bucket())))
                        .toList(),
                page.next());
    }

    /**
     * A round to propose.
     *
     * @param text why, in Markdown; may be missing
     * @param pot what is divided among everybody in equal shares
     * @param opensAt from when on it can be given in; missing: as soon as it is decided
     * @param closesAt until when; or {@code days}, from its opening on
     * @param after what happens to money in the end; may be missing
     * @param voteOpensAt when the vote on it opens; may be missing
     */
    public record NewRound(
            String name,
            String text,
            MoneyJson pot,
            List<RoundLineBody> buckets,
            Instant opensAt,
            Instant closesAt,
            Integer days,
            RoundAfter after,
            Instant voteOpensAt) {}

    /** What a bucket gets of my share. */
    public record NewAllocation(MoneyJson amount) {}
}
