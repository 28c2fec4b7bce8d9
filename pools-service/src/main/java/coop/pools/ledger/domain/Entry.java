package coop.pools.ledger.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One transfer as it stands in a book.
 *
 * @param seq 1, 2, 3 ... without gaps
 * @param leg place within its cause, from 0
 * @param memo empty when its text has been erased; the commitment stays
 */
public record Entry(
        UUID book,
        long seq,
        Cause cause,
        int leg,
        String debit,
        String credit,
        Money amount,
        Instant at,
        String actor,
        byte[] memoHash,
        byte[] hash,
        Optional<Memo> memo) {
    /** Words for people and the salt of their commitment. */
    public record Memo(byte[] salt, String text) {}

    /** The memo's words; empty text when they have been erased. */
    public String memoText() {
        return memo.map(Memo::text).orElse("");
    }

    /** The same entry with its place in the chain. */
    public Entry withHash(byte[] newHash) {
        return new Entry(book, seq, cause, leg, debit, credit, amount, at, actor, memoHash, newHash, memo);
    }
}
