package coop.pools.governance;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A person takes a ballot back while the vote is open; without one nothing changes. Refuses what {@link CastBallot}
 * refuses, but for texts.
 */
public final class WithdrawBallot {
    private final Transactions transactions;
    private final Clock clock;
    private final BallotBox box;

    public WithdrawBallot(Transactions transactions, Clock clock, BallotBox box) {
        this.transactions = transactions;
        this.clock = clock;
        this.box = box;
    }

    public void withdraw(Caller caller, UUID proposal) {
        UUID person = caller.require(Scope.VOTE);
        box.refuseEarly(proposal, person, Optional.empty(), clock.instant());
        transactions.inSharedTransaction(() -> box.put(proposal, person, Optional.empty(), clock));
    }
}
