package coop.pools.governance;

import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Step;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Opens the votes whose time has come, each in a transaction of its own. A proposal that its body can no longer take
 * is blocked with the reason instead, and one that nobody stands behind lapses. Any number of nodes may do this at once.
 */
public final class OpenDueVotes implements DueWork {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final Opening opening;

    public OpenDueVotes(Transactions transactions, Clock clock, ProposalStore proposals, Opening opening) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.opening = opening;
    }

    @Override
    public String name() {
        return "open-votes";
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        List<UUID> due = proposals.due(Step.OPEN, now, atMost);
        return OneByOne.each(
                due,
                id -> transactions.inTransaction(() -> proposals
                        .lockDue(id, Step.OPEN, now)
                        .filter(proposal -> openOrLapse(proposal, now))
                        .isPresent()));
    }

    private boolean openOrLapse(Proposal proposal, Instant now) {
        if (proposal.progress().preparation().isSponsored()) {
            opening.open(proposal, now);
            return true;
        }
        return proposals.lapse(proposal.id(), now);
    }
}
