package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks a Pool whether it lets somebody in, in that person's name. Asking gives no vote, and the proposal can do nothing
 * else. Refuses with {@link GovernanceRefusal#TEXT_LENGTH}, {@link GovernanceRefusal#TEXT_UNREADABLE},
 * {@link GovernanceRefusal#PROPOSALS_TOO_MANY}, {@link GovernanceRefusal#ID_TAKEN} and whatever {@link Bodies#check} refuses.
 */
public final class AskAdmission {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final Announcing announcing;

    public AskAdmission(Transactions transactions, Clock clock, ProposalStore proposals, Announcing announcing) {
        this.proposals = proposals;
        this.transactions = transactions;
        this.clock = clock;
        this.announcing = announcing;
    }

    /**
     * Holds the proposal until the transaction ends and withdraws it when its vote has not opened yet; once the vote is
     * open, it goes on.
     */
    public void takeBack(UUID id) {
        transactions.inTransaction(
                () -> proposals.lock(id).ifPresent(proposal -> proposals.withdraw(proposal.id(), clock.instant())));
    }

    /** The new proposal. @param why Markdown, at most 5,000 characters */
    public Proposal ask(UUID person, UUID id, UUID pool, String why) {
        String words = Wording.lines("text", why, 0, 5_000);
        Draft draft = new Draft(
                BodyRef.pool(pool), "Admit a new member", words, new Action.AdmitMember(person), Optional.empty());
        return transactions.inTurn(person, () -> {
            Restraint.requireFew(proposals, draft.body(), person, false, clock.instant());
            return announcing
                    .announce(person, id, draft, clock.instant())
                    .orElseThrow(() -> new Refused(GovernanceRefusal.ID_TAKEN));
        });
    }
}
