package coop.pools.reconciliation;

import coop.pools.kernel.DueWork;
import coop.pools.treasury.ReadLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * While money is awaited the books are compared every quarter of an hour, so that it counts soon after it has come; once a
 * day when what was sent last was sent weeks ago.
 */
public final class AwaitArrivals implements DueWork {
    private static final String NAME = "await-arrivals";
    private static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofDays(14);
    private static final Duration SELDOM = Duration.ofDays(1);

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
        Optional<Instant> newest = arrivals.newest();
        if (newest.isEmpty()) {
            return 0;
        }
        Optional<ReadLists.Lease> lease = lists.take(NAME, false);
        if (lease.isEmpty()) {
            return 0;
        }
        try {
            return reconcile.now() ? 1 : 0;
        } finally {
            Instant now = clock.instant();
            boolean young = newest.get().plus(PATIENCE).isAfter(now);
            lease.get().release(now.plus(young ? AGAIN : SELDOM));
        }
    }
}
