package coop.pools.treasury;

import coop.pools.integrations.payments.Page;
import coop.pools.kernel.Transactions;
import coop.pools.treasury.CursorStore.Cursor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the processor's lists from where they were left, on one node at a time: whoever holds a list's lease. What has
 * been seen moves on only when everything up to there is stored, so trouble of any kind leaves nothing out.
 */
public final class ReadLists {
    /** Longer than a page takes; a node that dies loses the others this much time. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** A reading under way for longer starts over: the processor may have forgotten the item it stopped at. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Transactions transactions;
    private final CursorStore store;
    private final Clock clock;

    public ReadLists(Transactions transactions, CursorStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What to read.
     *
     * @param overlap how far behind what was seen a new reading begins: lists are not in strict order
     * @param reach how far back the very first reading goes
     * @param mostPages in one go
     */
    public record Plan<T>(Duration overlap, Duration reach, int mostPages, Source<T> source, Consumer<List<T>> take) {}

    /** A list, newest first. */
    public interface Source<T> {
        Page<T> page(Instant since, Optional<String> after);
    }

    /**
     * The lease of a list; empty when it is not due or somebody else has it.
     *
     * @param evenEarly take it though it is not due
     */
    public Optional<Lease> take(String name, boolean evenEarly) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        boolean taken = transactions.inTransaction(() -> {
            store.insert(name, now);
            return store.lease(name, now, evenEarly ? Instant.parse("9999-01-01T00:00:00Z") : now, until) == 1;
        });
        return taken ? Optional.of(new Lease(store.find(name).orElseThrow(), until)) : Optional.empty();
    }

    /** What was seen of a list; empty before the first reading has come to its end. */
    public Optional<Instant> seenUntil(String name) {
        return store.find(name).flatMap(Cursor::seenUntil);
    }

    /** A list that only the holder reads. */
    public final class Lease {
        private Instant until;
        private Cursor cursor;

        private Lease(Cursor cursor, Instant until) {
            this.cursor = cursor;
            this.until = until;
        }

        /** Reads on; true when the reading has come to its end, false when it goes on another time. */
        public <T> boolean read(Plan<T> plan) {
            Instant now = clock.instant();
            if (cursor.sweepSince().isEmpty()) {
                Instant since = cursor.seenUntil()
                        .map(seen -> seen.minus(plan.overlap()))
                        .orElseGet(() -> now.minus(plan.reach()));
                cursor = cursor.begun(since, now);
            } else if (cursor.sweepStartedAt().orElseThrow().plus(LONGEST).isBefore(now)) {
                cursor = cursor.begun(cursor.sweepSince().orElseThrow(), now);
            }
            for (int page = 0; page < plan.mostPages(); page++) {
                Page<T> items = plan.source().page(cursor.sweepSince().orElseThrow(), cursor.pageAfter());
                plan.take().accept(items.items());
                cursor = items.next().map(cursor::after).orElseGet(cursor::ended);
                save();
                if (items.next().isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        private void save() {
            Instant longer = clock.instant().plus(LEASE);
            int kept = transactions.inTransaction(() -> store.save(cursor, until, longer));
            if (kept == 0) {
                throw new IllegalStateException("the lease of " + cursor.name() + " was lost");
            }
            until = longer;
        }

        /** Ends the lease. */
        public void release(Instant nextAt) {
            transactions.inTransaction(() -> store.release(cursor.name(), until, nextAt));
        }

        /** Up to when everything is stored. */
        public Optional<Instant> seenUntil() {
            return cursor.seenUntil();
        }
    }
}
