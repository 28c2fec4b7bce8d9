package coop.pools.ledger;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Stop;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops payouts of a book and lets them go on. Reading, voting and taking money in go on meanwhile. Stopping locks the
 * book's row, as does whoever books: what comes after a freeze sees it. Each step joins the caller's transaction.
 */
public final class Freezes {
    private static final int LONGEST = 500;

    private final Transactions transactions;
    private final LedgerStore books;
    private final FreezeStore freezes;
    private final IdSource ids;
    private final Clock clock;

    public Freezes(Transactions transactions, LedgerStore books, FreezeStore freezes, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.freezes = freezes;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean isFrozen(UUID book) {
        return !freezes.open(book).isEmpty();
    }

    /** Why payouts are stopped, the oldest reason first; empty when they are not. At most one for each reason. */
    public List<Freeze> of(UUID book) {
        return freezes.open(book);
    }

    /** One of them, also when payouts go on again. */
    public Optional<Stop> stop(UUID freeze) {
        return freezes.stop(freeze);
    }

    /** The books whose payouts are stopped, the oldest first. */
    public List<Freeze> all(int limit) {
        return freezes.allOpen(limit);
    }

    /** Books whose payouts are stopped for this reason, in the order of their ids, after one of them. */
    public List<UUID> books(Freeze.Reason reason, UUID after, int limit) {
        return freezes.booksOpen(reason, after, limit);
    }

    /** @throws Refused {@link LedgerRefusal#BOOK_FROZEN} when payouts are stopped */
    public void requireOpen(UUID book) {
        freezes.open(book).stream().findFirst().ifPresent(freeze -> {
            throw new Refused(
                    LedgerRefusal.BOOK_FROZEN, Map.of("reason", freeze.reason().word()));
        });
    }

    /** Stops payouts; false, and the first detail stays, when they are stopped for this reason already. */
    public boolean freeze(UUID book, Freeze.Reason reason, String detail) {
        return transactions.inTransaction(() -> {
            lock(book);
            if (freezes.open(book).stream().anyMatch(freeze -> freeze.reason() == reason)) {
                return false;
            }
            freezes.insert(ids.newId(), new Freeze(book, reason, shortened(detail), clock.instant()));
            return true;
        });
    }

    /** Ends one reason; payouts go on when no other is left. False when there was no such freeze. */
    public boolean lift(UUID book, Freeze.Reason reason, String why) {
        return transactions.inTransaction(() -> {
            lock(book);
            return freezes.lift(book, reason, clock.instant(), shortened(why)) > 0;
        });
    }

    private void lock(UUID book) {
        books.lockBook(book).orElseThrow(() -> new IllegalStateException("no book " + book));
    }

    private static String shortened(String words) {
        return words.substring(0, Math.min(LONGEST, words.length()));
    }
}
