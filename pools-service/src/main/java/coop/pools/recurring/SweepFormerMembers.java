package coop.pools.recurring;

import coop.pools.kernel.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends what people give to Pools that they have left. {@link EndShares} does so as soon as somebody has left; this is
 * for when the node died in between. When it starts and every hour a node looks.
 */
public final class SweepFormerMembers implements DueWork {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final RecurringDesk desk;
    private final EndShares endShares;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    public SweepFormerMembers(RecurringDesk desk, EndShares endShares) {
        this.desk = desk;
        this.endShares = endShares;
    }

    @Override
    public String name() {
        return "end-shares-of-former-members";
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.now();
        Instant due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(PAUSE))) {
            return 0;
        }
        List<RecurringStore.Former> found = desk.store().ofFormerMembers(atMost);
        found.forEach(former -> endShares.left(former.person(), former.pool()));
        return found.size();
    }
}
