package coop.pools.demo;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far the application's clock is ahead of the real one: kept in the database, read again by every node a few times
 * a second, and only ever moved forward.
 */
public final class ClockAdvance implements Supplier<Duration> {
    private static final Duration MOST_AT_ONCE = Duration.ofDays(366);
    private static final Duration MOST = Duration.ofDays(3660);
    private static final long REREAD_NANOS = 200_000_000;

    private final Transactions transactions;
    private final ClockAdvanceStore store;
    private final LongSupplier nanoTime;
    private volatile Read last = new Read(Duration.ZERO, Long.MIN_VALUE);

    public ClockAdvance(Transactions transactions, ClockAdvanceStore store, LongSupplier nanoTime) {
        this.transactions = transactions;
        this.store = store;
        this.nanoTime = nanoTime;
    }

    @Override
    public Duration get() {
        Read known = last;
        if (known.atNanos() == Long.MIN_VALUE || nanoTime.getAsLong() - known.atNanos() > REREAD_NANOS) {
            known = read();
        }
        return known.advance();
    }

    /** Moves the clock forward; refuses spans that are not positive or more than a year. */
    public void advance(Duration by) {
        if (by.isNegative()
                || by.isZero()
                || by.compareTo(MOST_AT_ONCE) > 0
                || get().plus(by).compareTo(MOST) > 0) {
            throw new Refused(
                    CommonRefusal.INVALID_FIELD,
                    Map.of("field", "advance", "reason", "forward, at most a year at once and ten in all"));
        }
        transactions.inTransaction(() -> store.add(by.toNanos() / 1000));
        read();
    }

    private Read read() {
        Read fresh = new Read(Duration.ofNanos(Math.multiplyExact(store.microseconds(), 1000L)), nanoTime.getAsLong());
        last = fresh;
        return fresh;
    }

    private record Read(Duration advance, long atNanos) {}
}
