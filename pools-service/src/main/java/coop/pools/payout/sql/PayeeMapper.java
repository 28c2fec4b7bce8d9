package coop.pools.payout.sql;

import coop.pools.governance.domain.BodyRef;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.treasury.domain.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a payee's row. */
public final class PayeeMapper implements RowMapper<Payee> {
    @Override
    public Payee map(ResultSet row, StatementContext context) throws SQLException {
        OffsetDateTime next = row.getObject("next_try_at", OffsetDateTime.class);
        return new Payee(
                row.getObject("id", UUID.class),
                body(row),
                Optional.ofNullable(row.getObject("person_id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("email")),
                Currency.getInstance(row.getString("currency")),
                Optional.ofNullable(row.getString("country")),
                Optional.ofNullable(row.getString("account_id")),
                PayeeState.of(row.getString("state")),
                new Backoff(row.getInt("tries"), Optional.ofNullable(next).map(OffsetDateTime::toInstant)),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static BodyRef body(ResultSet row) throws SQLException {
        String kind = row.getString("body_kind").toUpperCase(Locale.ROOT);
        return new BodyRef(BodyRef.Kind.valueOf(kind), row.getObject("body_id", UUID.class));
    }
}
