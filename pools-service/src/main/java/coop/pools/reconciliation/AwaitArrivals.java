package coop.pools.reconciliation;

import coop.pools.kernel.DueWork;
import coop.pools.treasury.ReadLists;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** While money is awaited the books are compared every quarter of an hour, so that it counts soon after it has come. */
public final class AwaitArrivals implements DueWork {
    private static final String NAME = "await-arrivals";
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final ReadLists lists;
    private final TakeArrivals arrivals;
    private final Reconcile reconcile;
    private final Clock clock;

    public AwaitArrivals(ReadLists lists, TakeArrivals arrivals, Reconcile reconcile, Clock clock) {
        this.lists = lists;
        this.arrivals = arrivals;
        this.reconcile = reconcile;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.RECONCILIATION;
    }

    @Override
    public int run(int atMost) {
        if (!arrivals.areAwaited()) {
            return 0;
        }
        Optional<ReadLists.Lease> lease = lists.take(NAME, false);
        if (lease.isEmpty()) {
            return 0;
        }
        try {
            return reconcile.now() ? 1 : 0;
        } finally {
            lease.get().release(clock.instant().plus(AGAIN));
        }
    }
}
