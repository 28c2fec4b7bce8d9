package coop.pools.governance;

import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps a proposal for its author, who alone sees it until it is put before the members. Whether the body could carry
 * it out is asked then.
 *
 * <p>Refuses with {@link GovernanceRefusal#MEMBERS_ONLY}, {@link GovernanceRefusal#TEXT_LENGTH},
 * {@link GovernanceRefusal#TEXT_UNREADABLE}, {@link GovernanceRefusal#DRAFTS_TOO_MANY} and
 * {@link GovernanceRefusal#ID_TAKEN}.
 */
public final class SaveDraft {
    static final int MOST = 50;

    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final PreparationStore preparations;
    private final Announcing announcing;

    public SaveDraft(
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

    /** The draft under this id; asking again with the id answers the one that exists. */
    public Proposal save(Caller caller, UUID id, Draft draft) {
        UUID author = caller.require(Scope.VOTE);
        return transactions.inTurn(author, () -> {
            Optional<Proposal> existing = preparations.draft(id, author);
            if (existing.isPresent()) {
                return existing.get();
            }
            announcing.requireMember(draft, author);
            if (preparations.drafts(draft.body(), author, MOST).size() >= MOST) {
                throw new Refused(GovernanceRefusal.DRAFTS_TOO_MANY, Map.of("most", MOST));
            }
            Draft worded = Announcing.worded(draft);
            Instant now = clock.instant();
            Proposal kept = new Proposal(
                    id,
                    draft.body(),
                    author,
                    worded.title(),
                    worded.text(),
                    draft.action(),
                    draft.paper(),
                    now,
                    draft.opensAt().orElse(now),
                    Progress.begun(Preparation.ofDraft()));
            if (!proposals.insert(kept)) {
                throw new Refused(GovernanceRefusal.ID_TAKEN);
            }
            return kept;
        });
    }
}
