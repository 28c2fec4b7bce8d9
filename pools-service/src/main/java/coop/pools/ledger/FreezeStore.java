package coop.pools.ledger;

import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps why payouts are stopped, also after they go on again. */
public interface FreezeStore {
    void insert(UUID id, Freeze freeze);

    /** Ends the open freezes of this reason; answers how many there were. */
    int lift(UUID book, Freeze.Reason reason, Instant at, String why);

    /** Open ones of a book, the oldest first. */
    List<Freeze> open(UUID book);

    /** Books with an open one of this reason, in the order of their ids, after one of them. */
    List<UUID> booksOpen(Freeze.Reason reason, UUID after, int limit);

    /** An open or lifted one. */
    Optional<Stop> stop(UUID id);

    /** Open ones of all books, the oldest first. */
    List<Freeze> allOpen(int limit);
}
