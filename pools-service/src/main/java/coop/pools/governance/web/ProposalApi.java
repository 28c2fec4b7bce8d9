package coop.pools.governance.web;

import coop.pools.governance.CommentOnProposal;
import coop.pools.governance.Count;
import coop.pools.governance.Listing;
import coop.pools.governance.ReadCount;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Stance;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.IdSource;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** One proposal: its ballots, its count and its discussion. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ProposalApi {
    private final ProposalActs acts;
    private final ProposalReaders readers;
    private final ProposalJsons jsons;
    private final ReadPeople people;
    private final IdSource ids;

    public ProposalApi(
            ProposalActs acts, ProposalReaders readers, ProposalJsons jsons, ReadPeople people, IdSource ids) {
        this.acts = acts;
        this.readers = readers;
        this.jsons = jsons;
        this.people = people;
        this.ids = ids;
    }

    @GET
    @Path("/api/v1/proposals/{id}")
    public ProposalJson one(@Context Visit visit, @PathParam("id") String id) {
        UUID proposal = Fields.pathId(id);
        return jsons.one(
                visit.caller(),
                acts.preparation()
                        .read()
                        .draft(visit.caller(), proposal)
                        .orElseGet(() -> readers.proposals().one(proposal)));
    }

    @DELETE
    @Path("/api/v1/proposals/{id}")
    @ApiResponse(responseCode = "204", description = "done")
    public void withdraw(@Context Visit visit, @PathParam("id") String id) {
        acts.withdraw().withdraw(visit.caller(), Fields.pathId(id));
    }

    @PUT
    @Path("/api/v1/proposals/{id}/ballot")
    @Consumes(MediaType.APPLICATION_JSON)
    public CountJson.BallotJson vote(@Context Visit visit, @PathParam("id") String id, BallotBody sent) {
        UUID proposal = Fields.pathId(id);
        BallotBody asked = Fields.required("body", sent);
        Ballot ballot = acts.castBallot().cast(visit.caller(), proposal, paper -> BallotReader.read(paper, asked));
        return CountJson.BallotJson.of(proposal, ballot, Optional.empty());
    }

    @DELETE
    @Path("/api/v1/proposals/{id}/ballot")
    @ApiResponse(responseCode = "204", description = "done")
    public void takeBack(@Context Visit visit, @PathParam("id") String id) {
        acts.withdrawBallot().withdraw(visit.caller(), Fields.pathId(id));
    }

    @GET
    @Path("/api/v1/proposals/{id}/count")
    public CountJson count(
            @Context Visit visit,
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Count count = readers.counts()
                .of(
                        visit.caller(),
                        Fields.pathId(id),
                        Optional.ofNullable(after).map(Fields::pathId),
                        Fields.limit(limit));
        boolean member =
                jsons.isMember(visit.caller(), count.proposal().proposal().body());
        List<UUID> voters = count.ballots().items().stream().map(Ballot::person).toList();
        return CountJson.of(count, member ? people.names(voters) : Map.of());
    }

    /** All that a closed vote was counted from, to be counted again without this server. */
    @GET
    @Path("/api/v1/proposals/{id}/count/file")
    @ApiResponse(
            responseCode = "200",
            description = "the count as a file, always the same bytes",
            content = @Content(schema = @Schema(type = "object")))
    public Response countFile(@PathParam("id") String id) {
        ReadCount.Recountable closed = readers.counts().recountable(Fields.pathId(id));
        return Response.ok(CountFile.write(closed.title(), closed.sheet(), closed.outcome()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"count-" + closed.sheet().proposal() + ".json\"")
                .build();
    }

    @GET
    @Path("/api/v1/proposals/{id}/comments")
    public Comments comments(
            @Context Visit visit,
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Listing<Comment> page = readers.comments()
                .of(
                        visit.caller(),
                        Fields.pathId(id),
                        Optional.ofNullable(after).map(Fields::pathId),
                        Fields.limit(limit));
        Map<UUID, String> names =
                people.names(page.items().stream().map(Comment::author).toList());
        return new Comments(
                page.items().stream()
                        .map(comment -> CommentJson.of(comment, Optional.ofNullable(names.get(comment.author()))))
                        .toList(),
                page.next());
    }

    @POST
    @Path("/api/v1/proposals/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "said",
            content = @Content(schema = @Schema(implementation = CommentJson.class)))
    public Response comment(@Context Visit visit, @PathParam("id") String id, NewComment sent) {
        NewComment asked = Fields.required("body", sent);
        Optional<UUID> parent = Optional.ofNullable(asked.parent()).map(p -> Fields.id("parent", p));
        Optional<Stance> stance = Optional.ofNullable(asked.stance())
                .map(word -> Stance.ofWord(word).orElseThrow(() -> Fields.invalid("stance", "for, unsure or against")));
        Comment comment = acts.comment()
                .comment(
                        visit.caller(),
                        visit.newId(ids),
                        Fields.pathId(id),
                        new CommentOnProposal.Said(parent, Fields.required("text", asked.text()), stance));
        return Response.status(201)
                .entity(CommentJson.of(comment, Optional.of(people.name(comment.author()))))
                .build();
    }

    /**
     * A ballot to cast.
     *
     * @param choice agree, disagree, abstain or block; with options, abstain or nothing
     * @param marks by the keys of options; those that are missing are 0
     * @param reason at most 2,000 characters, if one likes
     * @param interest whether one would gain from the proposal
     */
    public record BallotBody(String choice, Map<String, Integer> marks, String reason, Boolean interest) {}

    /** Something to say, 1 to 5,000 characters of Markdown, perhaps in answer to another comment; {@code stance} is for, unsure or against. */
    public record NewComment(String text, String parent, String stance) {}

    /** A comment; {@code text} is Markdown. */
    public record CommentJson(
            UUID id,
            Optional<UUID> parent,
            UUID author,
            Optional<String> authorName,
            String text,
            Optional<String> stance,
            Instant createdAt) {
        static CommentJson of(Comment comment, Optional<String> name) {
            return new CommentJson(
                    comment.id(),
                    comment.parent(),
                    comment.author(),
                    name,
                    comment.text(),
                    comment.stance().map(Stance::word),
                    comment.createdAt());
        }
    }

    /** Comments, oldest first; {@code next} goes into {@code ?after=}. */
    public record Comments(List<CommentJson> items, Optional<UUID> next) {}
}
