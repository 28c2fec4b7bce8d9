package coop.pools.governance;

import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Step;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes the votes whose time is over: counts the latest ballots by the frozen rule and stores the outcome, once, each
 * in a transaction of its own. Any number of nodes may do this at once.
 */
public final class CloseDueVotes implements DueWork {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final BallotStore ballots;

    public CloseDueVotes(Transactions transactions, Clock clock, ProposalStore proposals, BallotStore ballots) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.ballots = ballots;
    }

    @Override
    public String name() {
        return "close-votes";
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        List<UUID> due = proposals.due(Step.CLOSE, now, atMost);
        return OneByOne.each(
                due,
                id -> transactions.inTransaction(() -> proposals
                        .lockDue(id, Step.CLOSE, now)
                        .filter(proposal -> close(proposal, now))
                        .isPresent()));
    }

    private boolean close(Proposal proposal, Instant now) {
        Vote vote = proposal.progress().vote().orElseThrow();
        Outcome outcome = Tally.of(vote.electorate(), ballots.count(proposal.id()), vote.rule());
        return proposals.close(proposal.id(), now, outcome, vote.enactsAt());
    }
}
