package coop.pools.governance.sql;

import coop.pools.governance.domain.Dispute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a dispute. */
public final class DisputeMapper implements RowMapper<Dispute> {
    @Override
    public Dispute map(ResultSet row, StatementContext context) throws SQLException {
        return new Dispute(
                row.getObject("proposal_id", UUID.class),
                instant(row, "opened_at").orElseThrow(),
                instant(row, "paused_until").orElseThrow(),
                Optional.ofNullable(row.getString("answer"))
                        .map(word -> Dispute.Answer.valueOf(word.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.getObject("answered_by", UUID.class)),
                instant(row, "answered_at"),
                row.getString("cause"),
                Optional.ofNullable(row.getObject("next_proposal", UUID.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
