package coop.pools.ledger;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Head;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the public books: heads and entries. Needs no transaction, because entries are only ever added. */
public final class ReadBook {
    private final LedgerStore store;
    private final BookNames names;

    public ReadBook(LedgerStore store, BookNames names) {
        this.store = store;
        this.names = names;
    }

    /** Whose book is meant; refuses NOT_FOUND. */
    public BookName named(BookName.Kind kind, String slug) {
        return names.bySlug(kind, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** Whose book this is; empty when its Pool or Flood is not known. */
    public Optional<BookName> of(UUID book) {
        return names.of(book);
    }

    /** The end of a book's chain; refuses NOT_FOUND when there is no such book. */
    public Head head(UUID book) {
        return store.book(book).map(ReadBook::head).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    static Head head(BookHead row) {
        return new Head(row.id(), Currency.getInstance(row.currency()), row.seq(), row.hash(), row.openedAt());
    }

    /** At most {@code limit} entries after a number, ascending. */
    public List<Entry> after(UUID book, long seq, int limit) {
        return store.entriesAfter(book, seq, limit);
    }

    /** At most {@code limit} entries before a number, the newest first. */
    public List<Entry> before(UUID book, long seq, int limit) {
        return store.entriesBefore(book, seq, limit);
    }

    /** All entries from the first to that of the head, fetched as they are asked for. */
    public Iterator<Entry> upTo(Head head) {
        return new EntriesUpTo(store, head, Long.MIN_VALUE, head.seq());
    }

    /** The names of the book's accounts, in alphabetical order. */
    public List<String> accountNames(UUID book) {
        return store.accounts(book).stream()
                .map(LedgerStore.AccountRow::name)
                .sorted()
                .toList();
    }
}
