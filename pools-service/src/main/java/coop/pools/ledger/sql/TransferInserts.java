package coop.pools.ledger.sql;

import coop.pools.ledger.LedgerStore.NewRow;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.db.BatchSql;
import coop.pools.platform.db.BatchSql.Values;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes transfers and their memos, many by each statement. In plain JDBC: most rows of the product are written here,
 * and binding them by name takes longer than the database needs to store them.
 */
final class TransferInserts {
    private static final Values TRANSFER = Values.inserted("""
            insert into transfer (book_id, seq, cause_kind, cause_id, leg, debit_no, credit_no, amount,
                                  booked_at, actor, memo_hash, hash)
            """, 12, "");
    private static final Values MEMO = Values.inserted("insert into memo (book_id, seq, salt, text)", 4, "");

    private TransferInserts() {}

    static void insert(Connection connection, List<NewRow> rows) throws SQLException {
        BatchSql.write(connection, TRANSFER, rows, TransferInserts::bindTransfer);
        List<Entry> withMemo = rows.stream()
                .map(NewRow::entry)
                .filter(entry -> entry.memo().isPresent())
                .toList();
        BatchSql.write(connection, MEMO, withMemo, TransferInserts::bindMemo);
    }

    private static void bindTransfer(PreparedStatement insert, int first, NewRow row) throws SQLException {
        Entry entry = row.entry();
        insert.setObject(first, entry.book());
        insert.setLong(first + 1, entry.seq());
        insert.setString(first + 2, entry.cause().kind());
        insert.setObject(first + 3, entry.cause().id());
        insert.setInt(first + 4, entry.leg());
        insert.setInt(first + 5, row.debitNo());
        insert.setInt(first + 6, row.creditNo());
        insert.setLong(first + 7, entry.amount().minorUnits());
        insert.setObject(first + 8, BatchSql.time(entry.at()));
        insert.setString(first + 9, entry.actor());
        insert.setBytes(first + 10, entry.memoHash());
        insert.setBytes(first + 11, entry.hash());
    }

    private static void bindMemo(PreparedStatement insert, int first, Entry entry) throws SQLException {
        Entry.Memo memo = entry.memo().orElseThrow();
        insert.setObject(first, entry.book());
        insert.setLong(first + 1, entry.seq());
        insert.setBytes(first + 2, memo.salt());
        insert.setString(first + 3, memo.text());
    }
}
