package coop.pools.ledger.sql;

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
import java.util.UUID;
import java.util.stream.Stream;

/** The books that a batch has locked. Writes each table in one go. */
final class BookBatch implements BatchPart {
    private static final String LOCK =
            "select currency, head_seq, head_hash, opened_at from book where id = any (?) for update";
    private static final String ACCOUNTS =
            "select no, name, guarded, balance from account where book_id = any (?) order by no";
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
    private final Map<UUID, LockedBook> books = new LinkedHashMap<>();

    BookBatch(Connection connection) {
        this.connection = connection;
    }

    Optional<LockedBook> locked(UUID book) {
        return Optional.ofNullable(books.get(book));
    }

    Optional<LockedBook> lock(UUID book) {
        if (!books.containsKey(book)) {
            read(book).ifPresent(locked -> books.put(book, locked));
        }
        return locked(book);
    }

    private Optional<LockedBook> read(UUID book) {
        List<BookHead> heads = new ArrayList<>();
        List<AccountRow> accounts = new ArrayList<>();
        List<UUID> key = List.of(book);
        RowsToRead.readAll(
                connection,
                List.of(
                        new RowsToRead(LOCK, key, row -> heads.add(head(book, row))),
                        new RowsToRead(ACCOUNTS, key, row -> accounts.add(account(row)))));
        return heads.stream().findFirst().map(head -> new LockedBook(head, accounts));
    }

    private static BookHead head(UUID book, ResultSet row) throws SQLException {
        return new BookHead(
                book,
                row.getString(1),
                row.getLong(2),
                row.getBytes(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(row.getInt(1), row.getString(2), row.getBoolean(3), row.getLong(4));
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
