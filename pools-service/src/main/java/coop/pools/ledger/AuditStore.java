package coop.pools.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps how far each book has been audited. */
public interface AuditStore {
    /**
     * Books that moved and were not looked at since {@code triedBefore}, and those that were not audited whole since
     * {@code wholeBefore}; the longest waiting first.
     */
    List<UUID> due(Instant triedBefore, Instant wholeBefore, int limit);

    /** Empty when the book has never been audited or published. */
    Optional<Watch> watch(UUID book);

    void startWatch(UUID book);

    /** All is well up to an entry; ends what was said before. */
    void saveGood(UUID book, long seq, byte[] hash, String balances, Instant at);

    void saveWhole(UUID book, Instant at);

    /** Something is wrong; what was known to be good stays. */
    void saveFault(UUID book, String fault, Instant at);

    /** Books in the order of their ids, after one of them. */
    List<Watch> list(UUID afterBook, int limit);

    /**
     * How a book is being watched.
     *
     * @param headSeq how many entries it has now
     * @param publishedSeq of how many its newest published head speaks; 0 for none
     * @param auditedSeq up to which entry all is known to be good
     * @param auditedBalances of its accounts after that entry: one a line, name, tab, balance
     * @param auditedAt the last look, whatever it found
     * @param wholeAt the last good look at the whole book
     * @param fault what the last look found; empty for nothing
     */
    record Watch(
            UUID book,
            long headSeq,
            long publishedSeq,
            Optional<Instant> publishedAt,
            long auditedSeq,
            Optional<byte[]> auditedHash,
            String auditedBalances,
            Optional<Instant> auditedAt,
            Optional<Instant> wholeAt,
            String fault) {}
}
