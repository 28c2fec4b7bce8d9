package coop.pools.governance.web;

import coop.pools.governance.Draft;
import coop.pools.governance.Listing;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadPreparation;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The proposals of a Pool or Flood in the API: what both addresses share. */
public final class BodyProposals {
    private final ProposalActs acts;
    private final ProposalReaders readers;
    private final ProposalJsons jsons;
    private final IdSource ids;
    private final ActionReader actions;

    public BodyProposals(ProposalActs acts, ProposalReaders readers, ProposalJsons jsons, IdSource ids) {
        this.acts = acts;
        this.readers = readers;
        this.jsons = jsons;
        this.ids = ids;
        this.actions = new ActionReader(readers.bodies());
    }

    ProposalJson.Items list(Visit visit, BodyRef.Kind kind, String slug, String after, String limit) {
        BodyRef body = body(kind, slug);
        Listing<ProposalView> page =
                readers.proposals().of(body, Optional.ofNullable(after).map(Fields::pathId), Fields.limit(limit));
        return new ProposalJson.Items(jsons.all(visit.caller(), body, page.items()), page.next());
    }

    /** Puts it to the body, or keeps it as a draft; answers 201. */
    public Response propose(Visit visit, BodyRef.Kind kind, String slug, NewProposal sent) {
        NewProposal asked = Fields.required("body", sent);
        BallotPaper paper = PaperBody.read(asked.paper(), actions);
        boolean carries = asked.action() != null || asked.paper() == null || paper.method() == Method.AGREE;
        Draft draft = new Draft(
                body(kind, slug),
                Fields.required("title", asked.title()),
                asked.text() == null ? "" : asked.text(),
                carries ? actions.read(asked.action()) : new Action.Statement(),
                paper,
                Fields.moment("opensAt", asked.opensAt()));
        return made(visit, draft, Boolean.TRUE.equals(asked.draft()));
    }

    /** Puts to the body whether to open a round; answers 201. */
    public Response proposeRound(Visit visit, BodyRef.Kind kind, String slug, NewRound asked) {
        Draft draft = new Draft(
                body(kind, slug),
                asked.title(),
                asked.text() == null ? "" : asked.text(),
                new Action.Round(RoundOrders.ALONE.opening(asked.round())),
                Fields.moment("voteOpensAt", asked.opensAt()));
        return made(visit, draft, false);
    }

    private Response made(Visit visit, Draft draft, boolean kept) {
        PreparationActs preparation = acts.preparation();
        Proposal proposal = kept
                ? preparation.save().save(visit.caller(), visit.newId(ids), draft)
                : acts.propose().propose(visit.caller(), visit.newId(ids), draft);
        ProposalView view =
                kept ? ReadPreparation.view(proposal) : readers.proposals().one(proposal.id());
        return Response.created(URI.create("/api/v1/proposals/" + proposal.id()))
                .entity(jsons.one(visit.caller(), view))
                .build();
    }

    private BodyRef body(BodyRef.Kind kind, String slug) {
        return readers.bodies().bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /**
     * A proposal to make.
     *
     * @param title 3 to 120 characters
     * @param text Markdown, at most 20,000 characters, may be missing
     * @param action may be missing where options carry actions of their own, or nothing is carried out
     * @param paper what people are asked; missing: to agree or disagree
     * @param opensAt when the vote opens; without it, as soon as the time for discussion is over
     * @param draft true: kept for its author until it is published; may be missing
     */
    public record NewProposal(
            String title, String text, ActionBody action, PaperBody paper, Instant opensAt, Boolean draft) {}

    /** A round to propose. @param opensAt when the vote on it opens; may be missing */
    public record NewRound(String title, String text, RoundBody round, Instant opensAt) {}
}
