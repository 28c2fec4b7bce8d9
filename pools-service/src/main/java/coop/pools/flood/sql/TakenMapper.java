package coop.pools.flood.sql;

import coop.pools.flood.PledgeStore.Taken;
import coop.pools.flood.domain.ByHand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code pledge_month}, with how its payout stands. */
public final class TakenMapper implements RowMapper<Taken> {
    @Override
    public Taken map(ResultSet row, StatementContext context) throws SQLException {
        ColumnMapper<Instant> instants =
                context.findColumnMapperFor(Instant.class).orElseThrow();
        return new Taken(
                row.getObject("pledge_id", UUID.class),
                row.getString("in_month"),
                row.getLong("came_in"),
                row.getLong("share"),
                row.getLong("taken"),
                instants.map(row, "taken_at", context),
                row.getBoolean("too_small"),
                byHand(row, instants.map(row, "arrived_at", context)));
    }

    private static Optional<ByHand> byHand(ResultSet row, Instant arrivedAt) throws SQLException {
        UUID payout = row.getObject("payout_id", UUID.class);
        return payout == null
                ? Optional.empty()
                : Optional.of(new ByHand(payout, ByHand.Stands.of(row.getString("state"), arrivedAt != null)));
    }
}
