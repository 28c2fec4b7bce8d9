package coop.pools.app;

import coop.pools.exit.AgreedPayments;
import coop.pools.governance.BallotStore;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Proposal;
import java.util.UUID;

/** Who agreed to payments that have passed: by their own ballot, not by a delegate's. */
record AgreedInVotes(ProposalStore proposals, BallotStore ballots) implements AgreedPayments {
    private static final int MOST = 500;

    @Override
    public long of(UUID pool, UUID person) {
        return proposals.passed(BodyRef.pool(pool), MOST).stream()
                .filter(proposal -> paid(proposal) > 0 && agreed(proposal.id(), person))
                .mapToLong(AgreedInVotes::paid)
                .sum();
    }

    @Override
    public boolean isAnyWaiting(UUID pool) {
        return proposals.passed(BodyRef.pool(pool), MOST).stream().anyMatch(proposal -> paid(proposal) > 0);
    }

    private boolean agreed(UUID proposal, UUID person) {
        return ballots.latest(proposal, person)
                .flatMap(Ballot::mark)
                .map(Mark::choice)
                .filter(Choice.AGREE::equals)
                .isPresent();
    }

    private static long paid(Proposal proposal) {
        return proposal.decided().stream().mapToLong(AgreedInVotes::paid).sum();
    }

    private static long paid(Action action) {
        if (action instanceof Action.Pay pay) {
            return pay.amount().minorUnits();
        }
        return 0;
    }
}
