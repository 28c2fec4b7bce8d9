package coop.pools.governance;

import coop.pools.governance.domain.Step;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes the votes whose time is over or whose result is certain: counts the latest ballots by the frozen rule and stores the outcome, once, each
 * in a transaction of its own. Any number of nodes may do this at once.
 */
public final class CloseDueVotes implements DueWork {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final Closing closing;

    public CloseDueVotes(Transactions transactions, Clock clock, ProposalStore proposals, Closing closing) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.closing = closing;
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
                        // Read only now, so that no ballot is dated after the close of a vote that closes early.
                        .filter(proposal -> closing.closeDue(proposal, clock.instant()))
                        .isPresent()));
    }
}
