package coop.pools.treasury;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What books say of disputes. */
public interface DisputeCheckStore {
    boolean isAnyAfter(UUID book, long afterSeq);

    /** How many causes about disputes a book has. */
    long causes(UUID book);

    /** How many of these it has. */
    long causesOf(UUID book, UUID[] causes);

    /** Contributions to this Pool that have disputes, in the order of their ids; {@code after} is null for the first page. */
    List<UUID> disputed(UUID book, UUID after, int limit);

    /** Holds a contribution until the transaction ends; empty where somebody else does. */
    Optional<UUID> holdIfFree(UUID contribution);

    /** What these causes have moved, in all books together. */
    Moved moved(UUID[] causes);

    /** What is held by the bank, owed by contributors and taken as fees. */
    record Moved(long disputed, long owed, long fees) {}
}
