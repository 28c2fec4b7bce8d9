package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.ledger.domain.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes transfers and their memos, each table in one batch. In plain JDBC: most rows of the product are written here,
 * and binding them by name takes longer than the database needs to store them.
 */
final class TransferInserts {
    private static final String TRANSFER = """
            insert into transfer (book_id, seq, cause_kind, cause_id, leg, debit_no, credit_no, amount,
                                  booked_at, actor, memo_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String MEMO = "insert into memo (book_id, seq, salt, text) values (?, ?, ?, ?)";

    private TransferInserts() {}

    static void insert(Connection connection, List<NewRow> rows) throws SQLException {
        try (PreparedStatement transfers = connection.prepareStatement(TRANSFER);
                PreparedStatement memos = connection.prepareStatement(MEMO)) {
            for (NewRow row : rows) {
                bind(transfers, row);
                if (row.entry().memo().isPresent()) {
                    bind(memos, row.entry(), row.entry().memo().get());
                }
            }
            transfers.executeBatch();
            memos.executeBatch();
        }
    }

    private static void bind(PreparedStatement transfer, NewRow row) throws SQLException {
        Entry entry = row.entry();
        transfer.setObject(1, entry.book());
        transfer.setLong(2, entry.seq());
        transfer.setString(3, entry.cause().kind());
        transfer.setObject(4, entry.cause().id());
        transfer.setInt(5, entry.leg());
        transfer.setInt(6, row.debitNo());
        transfer.setInt(7, row.creditNo());
        transfer.setLong(8, entry.amount().minorUnits());
        transfer.setObject(9, utc(entry.at()));
        transfer.setString(10, entry.actor());
        transfer.setBytes(11, entry.memoHash());
        transfer.setBytes(12, entry.hash());
        transfer.addBatch();
    }

    private static void bind(PreparedStatement memos, Entry entry, Entry.Memo memo) throws SQLException {
        memos.setObject(1, entry.book());
        memos.setLong(2, entry.seq());
        memos.setBytes(3, memo.salt());
        memos.setString(4, memo.text());
        memos.addBatch();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
