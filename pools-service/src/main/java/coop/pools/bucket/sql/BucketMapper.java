package coop.pools.bucket.sql;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a bucket. */
public final class BucketMapper implements RowMapper<Bucket> {
    @Override
    public Bucket map(ResultSet row, StatementContext context) throws SQLException {
        long goal = row.getLong("goal");
        boolean none = row.wasNull();
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Bucket(
                row.getObject("id", UUID.class),
                row.getObject("pool_id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("purpose"),
                none ? Optional.empty() : Optional.of(Money.of(goal, row.getString("currency"))),
                row.getObject("opened_by", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(closed).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("closed_by", UUID.class)));
    }
}
