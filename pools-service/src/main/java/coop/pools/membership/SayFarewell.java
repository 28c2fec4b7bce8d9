package coop.pools.membership;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.List;

/** Tells those who want to know that somebody was put out by vote, after it stands. Telling twice is harmless. */
public final class SayFarewell implements DueWork {
    private final Transactions transactions;
    private final MembershipStore store;
    private final Farewells farewells;
    private final Clock clock;

    public SayFarewell(Transactions transactions, MembershipStore store, Farewells farewells, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.farewells = farewells;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "say-farewell";
    }

    @Override
    public int run(int atMost) {
        List<MembershipStore.Removed> gone = store.removed(atMost);
        for (MembershipStore.Removed one : gone) {
            farewells.left(one.personId(), one.poolId());
            transactions.inTransaction(() -> store.farewell(one.poolId(), one.personId(), clock.instant()));
        }
        return gone.size();
    }
}
