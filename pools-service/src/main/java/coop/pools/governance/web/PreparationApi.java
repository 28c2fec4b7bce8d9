package coop.pools.governance.web;

import coop.pools.governance.EditProposal;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Wordings;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** What comes before a vote: drafts, edits and sponsors. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PreparationApi {
    private final PreparationActs acts;
    private final ProposalReaders readers;
    private final ProposalJsons jsons;
    private final Actions actions;
    private final ActionReader reader;

    public PreparationApi(PreparationActs acts, ProposalReaders readers, ProposalJsons jsons, Actions actions) {
        this.acts = acts;
        this.readers = readers;
        this.jsons = jsons;
        this.actions = actions;
        this.reader = new ActionReader(readers.bodies());
    }

    @GET
    @Path("/api/v1/pools/{slug}/drafts")
    public Drafts ofPool(@Context Visit visit, @PathParam("slug") String slug) {
        return drafts(visit, BodyRef.Kind.POOL, slug);
    }

    @GET
    @Path("/api/v1/floods/{slug}/drafts")
    public Drafts ofFlood(@Context Visit visit, @PathParam("slug") String slug) {
        return drafts(visit, BodyRef.Kind.FLOOD, slug);
    }

    private Drafts drafts(Visit visit, BodyRef.Kind kind, String slug) {
        BodyRef body = readers.bodies().bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new Drafts(jsons.all(visit.caller(), body, acts.read().drafts(visit.caller(), body)));
    }

    @PUT
    @Path("/api/v1/proposals/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ProposalJson edit(@Context Visit visit, @PathParam("id") String id, Edit sent) {
        Edit asked = Fields.required("body", sent);
        BallotPaper paper = PaperBody.read(asked.paper(), reader);
        boolean carries = asked.action() != null || asked.paper() == null || paper.method() == Method.AGREE;
        EditProposal.Edit edit = new EditProposal.Edit(
                Fields.required("title", asked.title()),
                asked.text() == null ? "" : asked.text(),
                carries ? reader.read(asked.action()) : new Action.Statement(),
                paper,
                Fields.moment("opensAt", asked.opensAt()));
        return shown(visit.caller(), acts.edit().edit(visit.caller(), Fields.pathId(id), edit));
    }

    @POST
    @Path("/api/v1/proposals/{id}/publish")
    public ProposalJson publish(@Context Visit visit, @PathParam("id") String id) {
        return shown(visit.caller(), acts.publish().publish(visit.caller(), Fields.pathId(id)));
    }

    private ProposalJson shown(Caller caller, Proposal proposal) {
        return jsons.one(
                caller,
                acts.read()
                        .draft(caller, proposal.id())
                        .orElseGet(() -> readers.proposals().one(proposal.id())));
    }

    @DELETE
    @Path("/api/v1/proposals/{id}/draft")
    @ApiResponse(responseCode = "204", description = "done")
    public void discard(@Context Visit visit, @PathParam("id") String id) {
        acts.discard().discard(visit.caller(), Fields.pathId(id));
    }

    @PUT
    @Path("/api/v1/proposals/{id}/sponsorship")
    @ApiResponse(responseCode = "204", description = "done")
    public void sponsor(@Context Visit visit, @PathParam("id") String id) {
        acts.sponsor().sponsor(visit.caller(), Fields.pathId(id), true);
    }

    @DELETE
    @Path("/api/v1/proposals/{id}/sponsorship")
    @ApiResponse(responseCode = "204", description = "done")
    public void stepBack(@Context Visit visit, @PathParam("id") String id) {
        acts.sponsor().sponsor(visit.caller(), Fields.pathId(id), false);
    }

    @GET
    @Path("/api/v1/proposals/{id}/versions")
    public Versions versions(@Context Visit visit, @PathParam("id") String id) {
        Proposal proposal = readers.proposals().one(Fields.pathId(id)).proposal();
        List<Wordings.Earlier> earlier = acts.read().earlier(proposal.id());
        return new Versions(earlier.stream()
                .map(one -> new VersionJson(
                        one.version(),
                        one.title(),
                        jsons.text(visit.caller(), proposal, one.text()),
                        actions.json(one.action()),
                        PaperJson.of(one.paper(), actions::json),
                        one.writtenAt()))
                .toList());
    }

    /** What a draft or a proposal in discussion is to say from now on; what is left out is as in a new proposal. */
    public record Edit(String title, String text, ActionBody action, PaperBody paper, Instant opensAt) {}

    /** One's own drafts, the newest first. */
    public record Drafts(List<ProposalJson> items) {}

    /** Wordings that were replaced, the oldest first; the one that stands is the proposal's own. */
    public record Versions(List<VersionJson> items) {}

    /** A wording that was replaced; {@code text} is Markdown. */
    public record VersionJson(
            int version, String title, String text, ActionJson action, PaperJson paper, Instant writtenAt) {}
}
