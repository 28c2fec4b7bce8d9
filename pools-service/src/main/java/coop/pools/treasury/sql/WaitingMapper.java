package coop.pools.treasury.sql;

import coop.pools.treasury.InboxStore.Waiting;
import coop.pools.treasury.domain.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an event to be tried again. */
public final class WaitingMapper implements RowMapper<Waiting> {
    @Override
    public Waiting map(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime next = row.getObject("next_try_at", OffsetDateTime.class);
        return new Waiting(
                row.getString("event_id"),
                EventJson.parse(row.getString("kind"), row.getString("event")),
                new Backoff(row.getInt("tries"), Optional.ofNullable(next).map(OffsetDateTime::toInstant)));
    }
}
