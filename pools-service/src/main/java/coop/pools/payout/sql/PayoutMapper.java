package coop.pools.payout.sql;

import coop.pools.kernel.Money;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Ground;
import coop.pools.payout.domain.Payout.Hold;
import coop.pools.payout.domain.Payout.Sending;
import coop.pools.payout.domain.Payout.Way;
import coop.pools.payout.domain.PayoutState;
import coop.pools.treasury.domain.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a payout's row. */
public final class PayoutMapper implements RowMapper<Payout> {
    @Override
    public Payout map(ResultSet row, StatementContext context) throws SQLException {
        return new Payout(
                row.getObject("id", UUID.class),
                PayeeMapper.body(row),
                ground(row),
                row.getObject("payee_id", UUID.class),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("purpose"),
                Way.of(row.getString("way")),
                PayoutState.of(row.getString("state")),
                sending(row),
                Money.of(row.getLong("came_back"), row.getString("currency")),
                instant(row, "held_since").map(since -> new Hold(string(row, "held_for"), since)),
                row.getString("note"),
                new Backoff(row.getInt("tries"), instant(row, "next_try_at")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "ended_at"));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        if (row.getBoolean("home")) {
            return Ground.home(row.getObject("body_id", UUID.class));
        }
        UUID pledge = row.getObject("pledge_id", UUID.class);
        if (pledge != null) {
            return Ground.pledge(pledge);
        }
        UUID exit = row.getObject("exit_id", UUID.class);
        return exit == null ? Ground.proposal(row.getObject("proposal_id", UUID.class)) : Ground.exit(exit);
    }

    private static Optional<Sending> sending(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        return account == null
                ? Optional.empty()
                : Optional.of(new Sending(
                        account,
                        row.getInt("attempt"),
                        instant(row, "first_sent_at").orElseThrow(),
                        Optional.ofNullable(row.getString("transfer_id"))));
    }

    private static String string(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
