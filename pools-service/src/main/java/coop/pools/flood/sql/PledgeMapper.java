package coop.pools.flood.sql;

import coop.pools.flood.domain.Pledge;
import coop.pools.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code pledge}. */
public final class PledgeMapper implements RowMapper<Pledge> {
    @Override
    public Pledge map(ResultSet row, StatementContext context) throws SQLException {
        ColumnMapper<Instant> instants =
                context.findColumnMapperFor(Instant.class).orElseThrow();
        String currency = row.getString("currency");
        long most = row.getLong("most");
        Optional<Money> limit = row.wasNull() ? Optional.empty() : Optional.of(Money.of(most, currency));
        return new Pledge(
                row.getObject("id", UUID.class),
                row.getObject("flood_id", UUID.class),
                row.getObject("pool_id", UUID.class),
                Money.of(row.getLong("amount"), currency),
                row.getInt("basis_points"),
                limit,
                Money.of(row.getLong("taken"), currency),
                instants.map(row, "since", context),
                YearMonth.parse(row.getString("next_month")),
                Optional.ofNullable(instants.map(row, "due_at", context)),
                Optional.ofNullable(instants.map(row, "ended_at", context)));
    }
}
