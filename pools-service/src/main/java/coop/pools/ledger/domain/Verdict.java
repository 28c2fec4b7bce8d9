package coop.pools.ledger.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What came out of verifying a book.
 *
 * @param entries how many good entries were read, up to the first bad one
 * @param hash of the last good entry; the genesis hash when there is none
 * @param balances of every account after those entries, by name, in normal direction
 * @param erased of how many of them the words have been erased
 * @param fault the first thing that is wrong; empty when the book is whole
 */
public record Verdict(
        UUID book, long entries, byte[] hash, Map<String, Long> balances, long erased, Optional<Fault> fault) {
    public boolean isWhole() {
        return fault.isEmpty();
    }

    /** The same, with another fault in the place of none. */
    public Verdict or(Optional<Fault> other) {
        return isWhole() ? new Verdict(book, entries, hash, balances, erased, other) : this;
    }
}
