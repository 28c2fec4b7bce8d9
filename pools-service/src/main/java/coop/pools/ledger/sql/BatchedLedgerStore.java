package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.db.Batches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledger's tables in shared transactions: a book's head and accounts are read once, under its lock, and what is
 * posted to it is written together. Everywhere else it is the plain store.
 */
public final class BatchedLedgerStore implements LedgerStore {
    private final SqlLedgerStore plain;
    private final Batches batches;

    public BatchedLedgerStore(SqlLedgerStore plain, Batches batches) {
        this.plain = plain;
        this.batches = batches;
    }

    private Optional<BookBatch> batch() {
        return batches.part(BookBatch.class, BookBatch::new);
    }

    /** The book as this batch has it, where it was locked in this batch. */
    private Optional<LockedBook> locked(UUID book) {
        return batch().flatMap(batch -> batch.locked(book));
    }

    @Override
    public void expect(UUID book) {
        batch().ifPresent(batch -> batch.expect(book));
    }

    @Override
    public Optional<BookHead> lockBook(UUID id) {
        return batch().map(batch -> batch.lock(id).map(LockedBook::head)).orElseGet(() -> plain.lockBook(id));
    }

    @Override
    public Optional<BookHead> book(UUID id) {
        return locked(id).map(LockedBook::head).or(() -> plain.book(id));
    }

    /**
     * In a batch only the causes of the batch itself are looked at: an older one is found by the unique index when the
     * batch is written, which undoes it; its pieces are then done one by one.
     */
    @Override
    public boolean hasCause(UUID book, String causeKind, UUID causeId) {
        return locked(book)
                .map(locked -> locked.hasCause(causeKind, causeId))
                .orElseGet(() -> plain.hasCause(book, causeKind, causeId));
    }

    @Override
    public List<AccountRow> accounts(UUID book) {
        return locked(book).map(LockedBook::accounts).orElseGet(() -> plain.accounts(book));
    }

    @Override
    public long erasures(UUID book, long upTo) {
        return plain.erasures(book, upTo);
    }

    @Override
    public Optional<Long> firstWithoutWords(UUID book, long upTo) {
        return plain.firstWithoutWords(book, upTo);
    }

    @Override
    public void insertAccount(UUID book, AccountRow account) {
        plain.insertAccount(book, account);
        locked(book).ifPresent(locked -> locked.add(account));
    }

    @Override
    public int addToBalance(UUID book, int accountNo, long delta) {
        return locked(book)
                .map(locked -> locked.addToBalance(accountNo, delta))
                .orElseGet(() -> plain.addToBalance(book, accountNo, delta));
    }

    @Override
    public void insertTransfers(List<NewRow> rows) {
        Optional<LockedBook> locked = locked(rows.get(0).entry().book());
        if (locked.isPresent()) {
            locked.get().append(rows);
        } else {
            plain.insertTransfers(rows);
        }
    }

    @Override
    public void moveHead(UUID book, long seq, byte[] hash) {
        Optional<LockedBook> locked = locked(book);
        if (locked.isPresent()) {
            locked.get().moveHead(seq, hash);
        } else {
            plain.moveHead(book, seq, hash);
        }
    }

    @Override
    public int insertBook(UUID id, String currency, byte[] headHash, Instant openedAt) {
        return plain.insertBook(id, currency, headHash, openedAt);
    }

    @Override
    public List<UUID> bookIds() {
        return plain.bookIds();
    }

    @Override
    public long lastSeq(UUID book) {
        return plain.lastSeq(book);
    }

    @Override
    public List<Entry> chunkAfter(Chunk chunk, Map<Integer, String> accounts) {
        return plain.chunkAfter(chunk, accounts);
    }

    @Override
    public List<Entry> entriesAfter(UUID book, long afterSeq, int limit) {
        return plain.entriesAfter(book, afterSeq, limit);
    }

    @Override
    public List<Entry> entriesBefore(UUID book, long beforeSeq, int limit) {
        return plain.entriesBefore(book, beforeSeq, limit);
    }

    @Override
    public List<Entry> entriesOf(UUID book, String causeKind, UUID causeId) {
        return plain.entriesOf(book, causeKind, causeId);
    }
}
