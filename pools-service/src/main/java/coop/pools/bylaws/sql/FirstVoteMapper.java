package coop.pools.bylaws.sql;

import coop.pools.bylaws.FirstVote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a row of {@code bylaws_first_vote}. */
public final class FirstVoteMapper implements RowMapper<FirstVote> {
    @Override
    public FirstVote map(ResultSet row, StatementContext context) throws SQLException {
        return new FirstVote(
                row.getObject("body_id", UUID.class),
                row.getObject("proposal_id", UUID.class),
                BylawsJson.readRules(row.getString("changes")),
                time(row, "passed_at"),
                time(row, "second_from"),
                time(row, "second_until"),
                Optional.ofNullable(row.getObject("second_proposal_id", UUID.class)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
