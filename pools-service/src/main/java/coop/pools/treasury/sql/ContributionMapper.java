package coop.pools.treasury.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payer;
import coop.pools.treasury.domain.Contribution.Payment;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.Contribution.Terms;
import coop.pools.treasury.domain.ContributionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a contribution's row. */
public final class ContributionMapper implements RowMapper<Contribution> {
    @Override
    public Contribution map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    static Contribution read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Contribution(
                row.getObject("id", UUID.class),
                row.getObject("pool_id", UUID.class),
                new Payer(
                        Optional.ofNullable(row.getObject("person_id", UUID.class)),
                        row.getString("payer_name"),
                        Optional.ofNullable(row.getString("payer_email"))),
                Money.of(row.getLong("amount"), currency),
                terms(row, currency),
                ContributionState.of(row.getString("state")),
                page(row),
                payment(row, currency),
                row.getString("note"),
                new Backoff(row.getInt("tries"), instant(row, "next_try_at")),
                instant(row, "created_at").orElseThrow());
    }

    private static Optional<PaymentPage> page(ResultSet row) throws SQLException {
        String id = row.getString("checkout_id");
        return id == null
                ? Optional.empty()
                : Optional.of(new PaymentPage(
                        id,
                        row.getString("checkout_url"),
                        instant(row, "checkout_expires_at").orElseThrow()));
    }

    private static Optional<Payment> payment(ResultSet row, String currency) throws SQLException {
        String id = row.getString("payment_id");
        if (id == null) {
            return Optional.empty();
        }
        long fee = row.getLong("fee");
        Optional<Settled> settled = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Settled(
                        Money.of(fee, currency), instant(row, "available_on").orElseThrow()));
        return Optional.of(new Payment(id, instant(row, "paid_at").orElseThrow(), settled, instant(row, "release_at")));
    }

    private static Terms terms(ResultSet row, String currency) throws SQLException {
        long meant = row.getLong("meant");
        Optional<Money> reaching = row.wasNull() ? Optional.empty() : Optional.of(Money.of(meant, currency));
        return new Terms(reaching, Optional.ofNullable(row.getString("account")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
