package coop.pools.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The words of entries, which can be erased but never changed. */
public interface MemoStore {
    /** Records that the words of a book's entries with these causes are erased; those without words are left out. */
    int recordErasure(UUID book, List<UUID> causes, Instant at);

    /** Deletes recorded words and the salts of their commitments; answers how many. */
    int eraseRecorded(UUID book, List<UUID> causes);
}
