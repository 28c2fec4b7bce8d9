package coop.pools.commons.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.PlatformPart.Kept;
import coop.pools.treasury.domain.Extra;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code platform_part}. */
public final class KeptMapper implements RowMapper<Kept> {
    @Override
    public Kept map(ResultSet row, StatementContext context) throws SQLException {
        String currency = row.getString("currency");
        return new Kept(
                new Extra(
                        row.getInt("fee_bp"),
                        Money.of(row.getLong("fee"), currency),
                        Money.of(row.getLong("tip"), currency)),
                row.getInt("community_bp"));
    }
}
