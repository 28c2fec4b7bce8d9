package coop.pools.custody.sql;

import coop.pools.custody.domain.Custody;
import coop.pools.treasury.domain.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a row of custody. */
public final class CustodyMapper implements RowMapper<Custody> {
    @Override
    public Custody map(ResultSet row, StatementContext context) throws SQLException {
        return new Custody(
                row.getObject("pool_id", UUID.class),
                Custody.State.of(row.getString("state")),
                Optional.ofNullable(row.getString("country")),
                Optional.ofNullable(row.getString("account_id")),
                row.getObject("proposal_id", UUID.class),
                instant(row, "chosen_at").orElseThrow(),
                instant(row, "active_at"),
                new Backoff(row.getInt("tries"), instant(row, "next_try_at")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
