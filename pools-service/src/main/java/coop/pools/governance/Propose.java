package coop.pools.governance;

import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a proposal to a Pool or Flood. With no time for discussion its vote opens at once.
 *
 * <p>Refuses with {@link GovernanceRefusal#MEMBERS_ONLY}, {@link GovernanceRefusal#TEXT_LENGTH},
 * {@link GovernanceRefusal#TEXT_UNREADABLE}, {@link GovernanceRefusal#AMOUNT_NOT_POSITIVE},
 * {@link GovernanceRefusal#DISCUSSION_TOO_SHORT}, {@link GovernanceRefusal#OPENS_TOO_LATE},
 * {@link GovernanceRefusal#PAPER_NOT_SOUND},
 * {@link GovernanceRefusal#PROPOSALS_TOO_MANY}, {@link GovernanceRefusal#ID_TAKEN} and whatever {@link Bodies#check} refuses.
 */
public final class Propose {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final Announcing announcing;

    public Propose(Transactions transactions, Clock clock, ProposalStore proposals, Announcing announcing) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.announcing = announcing;
    }

    /** The proposal under this id; asking again with the id answers the one that exists. */
    public Proposal propose(Caller caller, UUID id, Draft draft) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTurn(author, () -> {
            Optional<Proposal> existing = proposals.find(id);
            if (existing.isPresent()) {
                return same(existing.get(), author, draft);
            }
            announcing.requireMember(draft, author);
            Restraint.requireFew(proposals, draft.body(), author, true, clock.instant());
            return announcing
                    .announce(author, id, draft, clock.instant())
                    .orElseGet(() -> same(
                            proposals.find(id).orElseThrow(() -> new Refused(GovernanceRefusal.ID_TAKEN)),
                            author,
                            draft));
        });
    }

    private static Proposal same(Proposal existing, UUID author, Draft draft) {
        if (!existing.author().equals(author) || !existing.body().equals(draft.body())) {
            throw new Refused(GovernanceRefusal.ID_TAKEN);
        }
        return existing;
    }
}
