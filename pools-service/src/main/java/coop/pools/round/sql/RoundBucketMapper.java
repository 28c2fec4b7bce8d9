package coop.pools.round.sql;

import coop.pools.kernel.Money;
import coop.pools.round.domain.RoundBucket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a bucket of a round. */
public final class RoundBucketMapper implements RowMapper<RoundBucket> {
    @Override
    public RoundBucket map(ResultSet row, StatementContext context) throws SQLException {
        String currency = row.getString("currency");
        return new RoundBucket(
                row.getObject("bucket_id", UUID.class),
                row.getInt("place"),
                row.getBoolean("candidate"),
                Money.of(row.getLong("target"), currency),
                money(row, "minimum", currency),
                Money.of(row.getLong("allocated"), currency),
                money(row, "counted", currency),
                money(row, "funded", currency));
    }

    private static Optional<Money> money(ResultSet row, String column, String currency) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Money.of(amount, currency));
    }
}
