package coop.pools.ledger;

import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The published heads of a book above a number, ascending, read in chunks. */
final class PublishedUpTo implements Iterator<SignedHead> {
    private static final int CHUNK = 1000;

    private final HeadStore store;
    private final UUID book;
    private Iterator<PublishedHead> chunk = Collections.emptyIterator();
    private long reached;
    private boolean ended;

    PublishedUpTo(HeadStore store, UUID book, long above) {
        this.store = store;
        this.book = book;
        this.reached = above;
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext() && !ended) {
            List<PublishedHead> read = store.historyAfter(book, reached, CHUNK);
            ended = read.size() < CHUNK;
            reached =
                    read.isEmpty() ? reached : read.get(read.size() - 1).head().seq();
            chunk = read.iterator();
        }
        return chunk.hasNext();
    }

    @Override
    public SignedHead next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.next().head();
    }
}
