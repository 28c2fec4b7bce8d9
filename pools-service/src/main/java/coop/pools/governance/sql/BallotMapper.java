package coop.pools.governance.sql;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads one revision of a ballot; {@code withdrawn} is no choice. */
public final class BallotMapper implements RowMapper<Ballot> {
    @Override
    public Ballot map(ResultSet row, StatementContext context) throws SQLException {
        return new Ballot(
                row.getObject("person_id", UUID.class),
                row.getInt("revision"),
                Choice.ofWord(row.getString("choice")),
                row.getString("reason"),
                row.getObject("cast_at", OffsetDateTime.class).toInstant());
    }
}
