package coop.pools.ledger;

import coop.pools.ledger.domain.Entry;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * The entries of a book from the first to a given one, read in chunks: constant memory however long the book is.
 * Entries never change, so no transaction has to span the chunks.
 */
final class EntriesUpTo implements Iterator<Entry> {
    /** Of 500 to 4,000 there is no difference in speed to be seen; a chunk is about half a megabyte. */
    private static final int CHUNK = 1000;

    private final LedgerStore store;
    private final UUID book;
    private final long last;
    private Iterator<Entry> chunk = Collections.emptyIterator();
    private long reached;

    private boolean ended;

    /** @param after {@code Long.MIN_VALUE} for all: numbers begin with 1, but whoever tampers may write a lower one */
    EntriesUpTo(LedgerStore store, UUID book, long after, long last) {
        this.store = store;
        this.book = book;
        this.reached = after;
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext() && !ended) {
            fetch();
        }
        return chunk.hasNext();
    }

    private void fetch() {
        List<Entry> read = store.entriesAfter(book, reached, CHUNK);
        ended = read.size() < CHUNK;
        if (!read.isEmpty()) {
            reached = read.get(read.size() - 1).seq();
            ended |= reached >= last;
        }
        chunk = read.stream().takeWhile(entry -> entry.seq() <= last).iterator();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.next();
    }
}
