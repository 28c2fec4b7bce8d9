package coop.pools.round.sql;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.round.domain.Round;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a round. */
public final class RoundMapper implements RowMapper<Round> {
    @Override
    public Round map(ResultSet row, StatementContext context) throws SQLException {
        String currency = row.getString("currency");
        BodyRef.Kind kind = BodyRef.Kind.valueOf(row.getString("body_kind").toUpperCase(Locale.ROOT));
        return new Round(
                row.getObject("id", UUID.class),
                new BodyRef(kind, row.getObject("body_id", UUID.class)),
                row.getObject("proposal_id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                Money.of(row.getLong("share"), currency),
                row.getLong("people"),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("keeps_partial"),
                end(row, currency));
    }

    private static Optional<Round.End> end(ResultSet row, String currency) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        if (ended == null) {
            return Optional.empty();
        }
        Instant at = ended.toInstant();
        return Optional.of(new Round.End(
                at,
                Optional.ofNullable(row.getObject("ended_by", UUID.class)),
                row.getBoolean("funded"),
                Money.of(row.getLong("pot_at_end"), currency)));
    }
}
