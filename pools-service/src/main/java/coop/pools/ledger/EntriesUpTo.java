package coop.pools.ledger;

import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.Chunk;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Head;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * The entries of a book from the first to a given one, read in chunks: constant memory however long the book is.
 * Entries never change, so no transaction has to span the chunks; the next chunk is read while this one is used.
 */
final class EntriesUpTo implements Iterator<Entry> {
    /** About a megabyte and a half; from 1,000 to 10,000 there is little difference in speed. */
    private static final int CHUNK = 4000;

    private final LedgerStore store;
    private final Head book;
    private final Map<Integer, String> accounts;
    private final long last;
    private Optional<CompletableFuture<List<Entry>>> coming;
    private Iterator<Entry> chunk = Collections.emptyIterator();
    private long reached;

    /**
     * @param after {@code Long.MIN_VALUE} for all: numbers begin with 1, but whoever tampers may write a lower one
     * @param last the last to be read
     */
    EntriesUpTo(LedgerStore store, Head book, long after, long last) {
        this.store = store;
        this.book = book;
        this.reached = after;
        this.last = last;
        accounts = store.accounts(book.book()).stream().collect(Collectors.toMap(AccountRow::no, AccountRow::name));
        coming = Optional.of(CompletableFuture.completedFuture(read(after)));
    }

    private List<Entry> read(long after) {
        return store.chunkAfter(new Chunk(book.book(), book.currency(), after, CHUNK), accounts);
    }

    @Override
    public boolean hasNext() {
        if (!chunk.hasNext() && coming.isPresent()) {
            fetch();
        }
        return chunk.hasNext();
    }

    private void fetch() {
        List<Entry> read = awaited();
        boolean ended = read.size() < CHUNK;
        if (!read.isEmpty()) {
            reached = read.get(read.size() - 1).seq();
            ended |= reached >= last;
        }
        long from = reached;
        coming = ended ? Optional.empty() : Optional.of(CompletableFuture.supplyAsync(() -> read(from)));
        chunk = read.stream().takeWhile(entry -> entry.seq() <= last).iterator();
    }

    private List<Entry> awaited() {
        try {
            return coming.orElseThrow().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return chunk.next();
    }
}
