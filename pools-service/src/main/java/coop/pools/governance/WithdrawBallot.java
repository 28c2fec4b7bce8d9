package coop.pools.governance;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Claim;
import coop.pools.kernel.Scope;
import java.util.Optional;
import java.util.UUID;

/**
 * A person takes a ballot back while the vote is open; without one nothing changes. Refuses what {@link CastBallot}
 * refuses, but for texts.
 */
public final class WithdrawBallot {
    private final BallotBox box;

    public WithdrawBallot(BallotBox box) {
        this.box = box;
    }

    public void withdraw(Caller caller, UUID proposal) {
        caller.require(Scope.VOTE);
        box.take(new BallotBox.Wish(Claim.of(caller), proposal, Optional.empty()));
    }
}
