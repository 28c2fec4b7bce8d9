package coop.pools.governance.sql;

import coop.pools.governance.domain.BallotCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a count of ballots. */
public final class BallotCountMapper implements RowMapper<BallotCount> {
    @Override
    public BallotCount map(ResultSet row, StatementContext context) throws SQLException {
        return new BallotCount(
                row.getLong("agree"), row.getLong("disagree"), row.getLong("abstain"), row.getLong("blocks"));
    }
}
