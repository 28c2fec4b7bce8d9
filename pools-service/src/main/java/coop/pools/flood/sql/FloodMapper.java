package coop.pools.flood.sql;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code flood}. */
public final class FloodMapper implements RowMapper<Flood> {
    @Override
    public Flood map(ResultSet row, StatementContext context) throws SQLException {
        ColumnMapper<Instant> instants =
                context.findColumnMapperFor(Instant.class).orElseThrow();
        return new Flood(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("currency"),
                FloodState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("founder", UUID.class),
                instants.map(row, "created_at", context),
                row.getBoolean("commons"));
    }
}
