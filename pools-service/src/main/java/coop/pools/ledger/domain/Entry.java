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
 * @param memoHash the commitment to the memo; empty when the entry was written without one
 * @param memo empty when it was written without one, or when its text has been erased; the commitment stays
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

    /** The memo's words, or those of its cause when it was written without; empty text when they have been erased. */
    public String memoText() {
        return memo.map(Memo::text).orElseGet(() -> isErased() ? "" : cause.words());
    }

    /** Whether it had words that are not there any more. */
    public boolean isErased() {
        return memo.isEmpty() && memoHash.length > 0;
    }

    /** The same entry with its place in the chain. */
    public Entry withHash(byte[] newHash) {
        return new Entry(book, seq, cause, leg, debit, credit, amount, at, actor, memoHash, newHash, memo);
    }
}
