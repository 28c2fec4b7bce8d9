package coop.pools.treasury.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.CardRefund;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a refund's row. */
public final class CardRefundMapper implements RowMapper<CardRefund> {
    @Override
    public CardRefund map(ResultSet row, StatementContext context) throws SQLException {
        return new CardRefund(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("processor_id")),
                row.getString("payment_id"),
                Optional.ofNullable(row.getString("account")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                CardRefund.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                CardRefund.Booked.valueOf(row.getString("booked").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("taken_transaction")),
                Optional.ofNullable(row.getString("returned_transaction")),
                row.getBoolean("ours") ? Optional.of(request(row)) : Optional.empty(),
                row.getString("note"),
                new Backoff(row.getInt("tries"), ContributionMapper.instant(row, "next_try_at")),
                ContributionMapper.instant(row, "created_at").orElseThrow());
    }

    private static CardRefund.Request request(ResultSet row) throws SQLException {
        return new CardRefund.Request(
                Optional.ofNullable(row.getObject("requested_by", UUID.class)),
                row.getString("reason"),
                row.getInt("attempt"),
                ContributionMapper.instant(row, "first_sent_at"));
    }
}
