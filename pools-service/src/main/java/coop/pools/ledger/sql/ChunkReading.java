package coop.pools.ledger.sql;

import coop.pools.kernel.Money;
import coop.pools.ledger.LedgerStore.Chunk;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.ResultSetException;

/** Reads many entries of one book: columns by their places, and no table joined but the words. */
final class ChunkReading {
    /** The words' numbers have their own bound: without it each chunk's join begins at the book's first words. */
    private static final String ENTRIES = """
            select t.seq, t.cause_kind, t.cause_id, t.leg, t.debit_no, t.credit_no, t.amount, t.booked_at, t.actor,
                   t.memo_hash, t.hash, m.salt, m.text
            from transfer t left join memo m on m.book_id = t.book_id and m.seq = t.seq and m.seq > ?
            where t.book_id = ? and t.seq > ? order by t.book_id, t.seq limit ?
            """;

    private ChunkReading() {}

    static List<Entry> read(Connection connection, Chunk chunk, Map<Integer, String> accounts) {
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setLong(1, chunk.afterSeq());
            statement.setObject(2, chunk.book());
            statement.setLong(3, chunk.afterSeq());
            statement.setInt(4, chunk.limit());
            try (ResultSet rows = statement.executeQuery()) {
                List<Entry> entries = new ArrayList<>(chunk.limit());
                while (rows.next()) {
                    if (accounts.containsKey(rows.getInt(5)) && accounts.containsKey(rows.getInt(6))) {
                        entries.add(entry(rows, chunk, accounts));
                    }
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new ResultSetException("a book cannot be read", e, null);
        }
    }

    private static Entry entry(ResultSet row, Chunk chunk, Map<Integer, String> accounts) throws SQLException {
        byte[] salt = row.getBytes(12);
        return new Entry(
                chunk.book(),
                row.getLong(1),
                new Cause(row.getString(2), row.getObject(3, UUID.class)),
                row.getInt(4),
                accounts.get(row.getInt(5)),
                accounts.get(row.getInt(6)),
                new Money(row.getLong(7), chunk.currency()),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getBytes(10),
                row.getBytes(11),
                salt == null ? Optional.empty() : Optional.of(new Entry.Memo(salt, row.getString(13))));
    }
}
