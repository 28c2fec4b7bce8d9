package coop.pools.ledger.sql;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.ManyRows;
import coop.pools.platform.db.ManyRows.Columns;
import coop.pools.platform.db.RowsToRead;
import coop.pools.platform.db.RowsToWrite;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** The books that a batch has locked. Writes each table in one go. */
final class BookBatch implements BatchPart {
    /** In the order of ids, as everybody locks several books: two nodes do not wait for each other. */
    private static final String LOCK =
            "select id, currency, head_seq, head_hash, opened_at from book where id = any (?) order by id for update";

    private static final String ACCOUNTS =
            "select book_id, no, name, guarded, balance from account where book_id = any (?) order by book_id, no";
    private static final ManyRows<Delta> BALANCES = new Columns<Delta>()
            .id("book_id", Delta::book)
            .number("no", Delta::no)
            .amount("delta", Delta::amount)
            .mergedInto("account a", """
                    on a.book_id = v.book_id and a.no = v.no
                    when matched then update set balance = a.balance + v.delta
                    """);
    private static final ManyRows<BookHead> HEADS = new Columns<BookHead>()
            .id("id", BookHead::id)
            .amount("head_seq", BookHead::seq)
            .bytes("head_hash", BookHead::hash)
            .mergedInto("book b", """
                    on b.id = v.id when matched then update set head_seq = v.head_seq, head_hash = v.head_hash
                    """);

    private final Connection connection;
    private final Set<UUID> expected = new TreeSet<>(IdSource.IN_ORDER);
    private final Map<UUID, LockedBook> books = new LinkedHashMap<>();

    BookBatch(Connection connection) {
        this.connection = connection;
    }

    Optional<LockedBook> locked(UUID book) {
        return Optional.ofNullable(books.get(book));
    }

    void expect(UUID book) {
        if (!books.containsKey(book)) {
            expected.add(book);
        }
    }

    Optional<LockedBook> lock(UUID book) {
        expect(book);
        RowsToRead.readAll(connection, expected());
        return locked(book);
    }

    @Override
    public List<RowsToRead> expected() {
        if (expected.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = List.copyOf(expected);
        expected.clear();
        return List.of(
                new RowsToRead(LOCK, ids, row -> {
                    BookHead head = head(row);
                    books.put(head.id(), new LockedBook(head));
                }),
                new RowsToRead(
                        ACCOUNTS,
                        ids,
                        row -> books.get(row.getObject(1, UUID.class)).add(account(row))));
    }

    private static BookHead head(ResultSet row) throws SQLException {
        return new BookHead(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getBytes(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(row.getInt(2), row.getString(3), row.getBoolean(4), row.getLong(5));
    }

    @Override
    public List<RowsToWrite<?>> handOver() {
        List<LockedBook> changed =
                books.values().stream().filter(book -> !book.rows().isEmpty()).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<NewRow> rows =
                changed.stream().flatMap(book -> book.rows().stream()).toList();
        List<RowsToWrite<?>> gathered = new ArrayList<>(TransferInserts.of(rows));
        gathered.add(new RowsToWrite<>(
                BALANCES, changed.stream().flatMap(BookBatch::deltas).toList()));
        gathered.add(
                new RowsToWrite<>(HEADS, changed.stream().map(LockedBook::head).toList()));
        changed.forEach(LockedBook::written);
        return gathered;
    }

    private static Stream<Delta> deltas(LockedBook book) {
        return book.unwritten().entrySet().stream()
                .map(one -> new Delta(book.head().id(), one.getKey(), one.getValue()));
    }

    /** What an account changes by. */
    private record Delta(UUID book, int no, long amount) {}
}
