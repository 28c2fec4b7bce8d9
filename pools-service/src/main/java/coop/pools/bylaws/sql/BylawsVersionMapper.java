package coop.pools.bylaws.sql;

import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.domain.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a row of {@code bylaws_version}. */
public final class BylawsVersionMapper implements RowMapper<BylawsVersion> {
    @Override
    public BylawsVersion map(ResultSet row, StatementContext context) throws SQLException {
        return new BylawsVersion(
                row.getObject("body_id", UUID.class),
                row.getInt("version"),
                new EditionId(row.getString("form"), row.getString("edition")),
                BylawsJson.readFacts(row.getString("facts")),
                BylawsJson.readRules(row.getString("rules")),
                row.getString("text"),
                row.getString("sha256"),
                row.getObject("adopted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("proposal_id", UUID.class)));
    }
}
