package coop.pools.ledger.domain;

import java.util.UUID;

/**
 * The first thing that is wrong with a book.
 *
 * @param seq the first bad entry, or the first that is missing; 0 when it is about the book as a whole
 * @param what in words, without the entry's text
 */
public record Fault(UUID book, long seq, String what) {
    /** For people, for example {@code entry 17: its hash does not follow ...}. */
    public String words() {
        return seq == 0 ? what : "entry " + seq + ": " + what;
    }
}
