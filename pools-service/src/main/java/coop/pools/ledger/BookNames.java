package coop.pools.ledger;

import java.util.Optional;
import java.util.UUID;

/** Tells books by the names of their Pools and Floods, which the ledger does not know. */
public interface BookNames {
    Optional<BookName> bySlug(BookName.Kind kind, String slug);

    /** Empty for a book whose Pool or Flood is not known. */
    Optional<BookName> of(UUID book);
}
