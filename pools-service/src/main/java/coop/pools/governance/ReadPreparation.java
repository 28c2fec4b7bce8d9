package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Wordings;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what comes before a vote: one's own drafts, earlier wordings, and who stands behind a proposal. */
public final class ReadPreparation {
    private final ProposalStore proposals;
    private final PreparationStore preparations;
    private final Bodies bodies;

    public ReadPreparation(ProposalStore proposals, PreparationStore preparations, Bodies bodies) {
        this.proposals = proposals;
        this.preparations = preparations;
        this.bodies = bodies;
    }

    /** The caller's own draft; empty when there is none, whoever else has one. */
    public Optional<ProposalView> draft(Caller caller, UUID id) {
        return caller.reader().flatMap(person -> preparations.draft(id, person)).map(ReadPreparation::view);
    }

    /** The caller's own drafts for a body, the newest first, at most fifty. */
    public List<ProposalView> drafts(Caller caller, BodyRef body) {
        UUID person = caller.require(Scope.READ);
        return preparations.drafts(body, person, SaveDraft.MOST).stream()
                .map(ReadPreparation::view)
                .toList();
    }

    /** Whether its author may word it anew: not what a dispute or a decision has put to the members. */
    public boolean mayBeChanged(UUID id) {
        return !proposals.isPutToTheMembers(id);
    }

    /** Whether its author may take it back. */
    public boolean mayBeTakenBack(UUID id) {
        return proposals
                .find(id)
                .filter(proposal -> WithdrawProposal.belongsToItsAuthor(proposal, proposals))
                .isPresent();
    }

    /** The wordings that were replaced, the oldest first; what is proposed is public. Refused with NOT_FOUND. */
    public List<Wordings.Earlier> earlier(UUID id) {
        proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return preparations.earlier(id);
    }

    /** Who stands behind it, for members; empty for others. Refused with NOT_FOUND. */
    public List<UUID> sponsors(Caller caller, UUID id) {
        Proposal proposal = proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        boolean member = caller.reader()
                .filter(person -> bodies.isMember(proposal.body(), person))
                .isPresent();
        return member ? preparations.sponsors(id) : List.of();
    }

    /** A draft as its author sees it. */
    public static ProposalView view(Proposal draft) {
        return new ProposalView(draft, ProposalState.DRAFT, Optional.empty());
    }
}
