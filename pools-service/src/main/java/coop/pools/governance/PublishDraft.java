package coop.pools.governance;

import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The author puts a draft before the members: from then on it is a proposal like any other, made at that moment. Again
 * changes nothing. Refuses with {@link CommonRefusal#NOT_FOUND} and what {@link Propose} refuses.
 */
public final class PublishDraft {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final PreparationStore preparations;
    private final Announcing announcing;

    public PublishDraft(
            Transactions transactions,
            Clock clock,
            ProposalStore proposals,
            PreparationStore preparations,
            Announcing announcing) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.preparations = preparations;
        this.announcing = announcing;
    }

    public Proposal publish(Caller caller, UUID id) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTurn(
                author,
                () -> preparations.lockDraft(id, author).map(this::announced).orElseGet(() -> present(id, author)));
    }

    private Proposal announced(Proposal draft) {
        Draft content = content(draft);
        announcing.requireMember(content, draft.author());
        Restraint.requireFew(proposals, content.body(), draft.author(), true, clock.instant());
        preparations.discard(draft.id(), draft.author());
        return announcing
                .announce(draft.author(), draft.id(), content, clock.instant())
                .orElseThrow(() -> new IllegalStateException("two proposals with the id " + draft.id()));
    }

    private Proposal present(UUID id, UUID author) {
        Proposal proposal = proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!proposal.author().equals(author)) {
            throw new Refused(GovernanceRefusal.AUTHOR_ONLY);
        }
        return proposal;
    }

    /** A moment that was not later than the writing stands for: as soon as the rules allow. */
    static Draft content(Proposal draft) {
        Optional<Instant> wanted = Optional.of(draft.opensAt()).filter(at -> at.isAfter(draft.createdAt()));
        return new Draft(draft.body(), draft.title(), draft.text(), draft.action(), draft.paper(), wanted);
    }
}
