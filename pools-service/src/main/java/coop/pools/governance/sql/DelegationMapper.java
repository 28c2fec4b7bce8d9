package coop.pools.governance.sql;

import coop.pools.governance.domain.Delegation;
import coop.pools.governance.domain.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads one revision of a delegation. */
public final class DelegationMapper implements RowMapper<Delegation> {
    @Override
    public Delegation map(ResultSet row, StatementContext context) throws SQLException {
        return new Delegation(
                row.getObject("person_id", UUID.class),
                new Topic(row.getString("topic")),
                row.getInt("revision"),
                Optional.ofNullable(row.getObject("delegate_id", UUID.class)),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
