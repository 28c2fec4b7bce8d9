package coop.pools.ledger;

import coop.pools.ledger.domain.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sums by month, and entries found by what they say. */
public interface FlowStore {
    /** Books with transfers that have not been summed up, at most so many. */
    List<UUID> unsummed(int limit);

    /** Makes the row that is the lock of a book's sums; nothing happens when it is there. */
    int begin(UUID book);

    /** Locks a book's sums and answers up to which number they go. */
    long lockSummed(UUID book);

    /** Up to which number a book is summed up; empty when it is not at all. */
    Optional<Long> summed(UUID book);

    /** Transfers after a number, ascending. */
    List<Move> movesAfter(UUID book, long seq, int limit);

    /** Adds to a month's sums of one account; 0 when there is no such row yet. */
    int add(UUID book, String month, int accountNo, long cameIn, long wentOut);

    void insert(UUID book, String month, int accountNo, long cameIn, long wentOut);

    void moveSummed(UUID book, long seq);

    /** Sums from a month on. */
    List<Sum> sums(UUID book, String fromMonth);

    /** Entries that fit a filter, before a number, the newest first. */
    List<Entry> found(UUID book, long beforeSeq, EntryFilter filter, int limit);

    /** A transfer without its words. */
    record Move(long seq, Instant bookedAt, int debitNo, int creditNo, long amount) {}

    /** A month's sums of one account; {@code month} is like {@code 2026-11}. */
    record Sum(String month, String account, long cameIn, long wentOut) {}
}
