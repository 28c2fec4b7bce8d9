package coop.pools.ledger.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Heads that somebody kept and that a book must still contain: those with a number at their place, and a mere hash
 * anywhere. Used up by one verification.
 */
public final class KnownHeads {
    private static final byte[] NONE = {};

    private final Iterator<SignedHead> ascending;
    private final byte[] anywhere;
    private Optional<SignedHead> next = Optional.empty();
    /** The number of the next head that is waited for; {@code Long.MAX_VALUE} for none. */
    private long nextSeq;

    private boolean seen;
    private long confirmed;

    private KnownHeads(Iterator<SignedHead> ascending, byte[] anywhere) {
        this.ascending = ascending;
        this.anywhere = anywhere;
        this.seen = anywhere.length == 0;
        advance();
    }

    public static KnownHeads none() {
        return new KnownHeads(Collections.emptyIterator(), NONE);
    }

    /** A hash of which nobody remembers where it stood. */
    public static KnownHeads hash(byte[] hash) {
        return new KnownHeads(Collections.emptyIterator(), hash);
    }

    /** In any order. */
    public static KnownHeads of(List<SignedHead> heads) {
        return ascending(
                heads.stream().sorted(Comparator.comparingLong(SignedHead::seq)).iterator());
    }

    /** In the order of their numbers; read as the verification gets there. */
    public static KnownHeads ascending(Iterator<SignedHead> heads) {
        return new KnownHeads(heads, NONE);
    }

    /** Whether anything is known of an entry with this number and a hash that begins so: few are. */
    public boolean concerns(long seq, byte first) {
        return !seen && anywhere[0] == first || nextSeq == seq;
    }

    /** Whether the chain may have this hash at this place. */
    public boolean fits(long seq, byte[] hash) {
        return nextSeq != seq || Arrays.equals(next.orElseThrow().hash(), hash);
    }

    /** What is wrong with the chain's having this hash at this place; empty when nothing is. */
    public Optional<String> reach(long seq, byte[] hash) {
        if (!seen && Arrays.equals(anywhere, hash)) {
            seen = true;
            confirmed = seq;
        }
        while (nextSeq == seq) {
            if (!Arrays.equals(next.orElseThrow().hash(), hash)) {
                String where = confirmed + 1 == seq ? "" : ", somewhere from entry " + (confirmed + 1) + " on";
                return Optional.of("was published with another hash: the book has been written anew" + where);
            }
            advance();
        }
        return Optional.empty();
    }

    private void advance() {
        confirmed = next.map(SignedHead::seq).orElse(0L);
        next = ascending.hasNext() ? Optional.of(ascending.next()) : Optional.empty();
        nextSeq = next.map(SignedHead::seq).orElse(Long.MAX_VALUE);
    }

    /** Up to which entry a book has been found to be as it was published; 0 for none. */
    public long reached() {
        return confirmed;
    }

    /** What is missing at the end of a book; empty when nothing is. */
    public Optional<String> missing() {
        if (next.isPresent()) {
            return Optional.of("is missing: a published head names " + nextSeq + " entries. The end was cut off");
        }
        return seen
                ? Optional.empty()
                : Optional.of("no entry has the published hash: the end was cut off, or the book written anew");
    }
}
