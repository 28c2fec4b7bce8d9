package coop.pools.ledger.sql;

import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a published head. */
public final class PublishedMapper implements RowMapper<PublishedHead> {
    @Override
    public PublishedHead map(ResultSet row, StatementContext context) throws SQLException {
        SignedHead head = new SignedHead(
                row.getObject("book_id", UUID.class),
                row.getLong("seq"),
                row.getBytes("hash"),
                instant(row, "booked_at"),
                row.getString("key_id"),
                row.getBytes("signature"));
        return new PublishedHead(head, instant(row, "published_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
