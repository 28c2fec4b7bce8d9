package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore.AccountRow;
import coop.pools.ledger.LedgerStore.BookHead;
import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.platform.db.BatchPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The books that a batch has locked. Writes each table in one go. */
final class BookBatch implements BatchPart {
    private static final String LOCK =
            "select currency, head_seq, head_hash, opened_at from book where id = ? for update";
    private static final String ACCOUNTS =
            "select no, name, guarded, balance from account where book_id = ? order by no";
    private static final String ADD = "update account set balance = balance + ? where book_id = ? and no = ?";
    private static final String HEAD = "update book set head_seq = ?, head_hash = ? where id = ?";

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
            try {
                read(book).ifPresent(locked -> books.put(book, locked));
            } catch (SQLException e) {
                throw new UnreadableBook(e);
            }
        }
        return locked(book);
    }

    private Optional<LockedBook> read(UUID book) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setObject(1, book);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() ? Optional.of(new LockedBook(head(book, row), accounts(book))) : Optional.empty();
            }
        }
    }

    private static BookHead head(UUID book, ResultSet row) throws SQLException {
        return new BookHead(
                book,
                row.getString(1),
                row.getLong(2),
                row.getBytes(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private List<AccountRow> accounts(UUID book) throws SQLException {
        List<AccountRow> accounts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ACCOUNTS)) {
            select.setObject(1, book);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    accounts.add(new AccountRow(row.getInt(1), row.getString(2), row.getBoolean(3), row.getLong(4)));
                }
            }
        }
        return accounts;
    }

    @Override
    public void write() throws SQLException {
        List<LockedBook> changed =
                books.values().stream().filter(book -> !book.rows().isEmpty()).toList();
        if (changed.isEmpty()) {
            return;
        }
        List<NewRow> rows =
                changed.stream().flatMap(book -> book.rows().stream()).toList();
        TransferInserts.insert(connection, rows);
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement head = connection.prepareStatement(HEAD)) {
            for (LockedBook book : changed) {
                for (Map.Entry<Integer, Long> delta : book.unwritten().entrySet()) {
                    add.setLong(1, delta.getValue());
                    add.setObject(2, book.head().id());
                    add.setInt(3, delta.getKey());
                    add.addBatch();
                }
                head.setLong(1, book.head().seq());
                head.setBytes(2, book.head().hash());
                head.setObject(3, book.head().id());
                head.addBatch();
            }
            add.executeBatch();
            head.executeBatch();
        }
        changed.forEach(LockedBook::written);
    }

    /** A book could not be locked and read. */
    private static final class UnreadableBook extends RuntimeException {
        private UnreadableBook(SQLException cause) {
            super(cause);
        }
    }
}
