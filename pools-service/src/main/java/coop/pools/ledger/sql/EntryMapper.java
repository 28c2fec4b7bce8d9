package coop.pools.ledger.sql;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a transfer joined with its accounts and memo. */
public final class EntryMapper implements RowMapper<Entry> {
    @Override
    public Entry map(ResultSet row, StatementContext context) throws SQLException {
        byte[] salt = row.getBytes("salt");
        return new Entry(
                row.getObject("book_id", UUID.class),
                row.getLong("seq"),
                new Cause(row.getString("cause_kind"), row.getObject("cause_id", UUID.class)),
                row.getInt("leg"),
                row.getString("debit"),
                row.getString("credit"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getBytes("memo_hash"),
                row.getBytes("hash"),
                salt == null ? Optional.empty() : Optional.of(new Entry.Memo(salt, row.getString("text"))));
    }
}
