package coop.pools.ledger.domain;

/** The next entry of a book's file cannot be read; the message says where and why. */
public final class UnreadableEntry extends RuntimeException {
    public UnreadableEntry(String message) {
        super(message, null, false, false);
    }
}
