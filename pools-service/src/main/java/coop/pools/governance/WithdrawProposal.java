package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The author takes a proposal back before its vote opens; again changes nothing. Refuses with
 * {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#AUTHOR_ONLY}, {@link GovernanceRefusal#PROPOSAL_BLOCKED},
 * {@link GovernanceRefusal#PUT_TO_THE_MEMBERS}
 * and {@link GovernanceRefusal#VOTING_OPENED}.
 */
public final class WithdrawProposal {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;

    public WithdrawProposal(Transactions transactions, Clock clock, ProposalStore proposals) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
    }

    /**
     * Not whether to stop a payment, which stands in the name of whoever raised the concern or of an ombud, nor what a
     * decision asked.
     */
    static boolean belongsToItsAuthor(Proposal proposal, ProposalStore proposals) {
        return !(proposal.action() instanceof Action.StopDecision) && !proposals.isAsked(proposal.id());
    }

    public void withdraw(Caller caller, UUID id) {
        UUID person = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            Proposal proposal = proposals.lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (!proposal.author().equals(person)) {
                throw new Refused(GovernanceRefusal.AUTHOR_ONLY);
            }
            if (proposal.progress().withdrawnAt().isPresent()) {
                return;
            }
            if (!belongsToItsAuthor(proposal, proposals)) {
                throw new Refused(GovernanceRefusal.PUT_TO_THE_MEMBERS);
            }
            proposal.progress().blocked().ifPresent(blocked -> {
                throw new Refused(GovernanceRefusal.PROPOSAL_BLOCKED, Map.of("reason", blocked.code()));
            });
            Instant now = clock.instant();
            if (!now.isBefore(proposal.opensAt()) || !proposals.withdraw(id, now)) {
                throw new Refused(GovernanceRefusal.VOTING_OPENED, Map.of("opensAt", proposal.opensAt()));
            }
        });
    }
}
