package coop.pools.treasury.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardDispute.Movement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a dispute's row, without its movements. */
public final class CardDisputeMapper implements RowMapper<CardDispute> {
    /** A movement as its columns. */
    public record MovementRow(String transactionId, String disputeId, long amount, long fee, boolean booked) {
        static MovementRow of(CardDispute dispute, Movement movement) {
            return new MovementRow(
                    movement.transaction(),
                    dispute.id(),
                    movement.amount().minorUnits(),
                    movement.fee().minorUnits(),
                    movement.booked());
        }

        private Movement in(Currency currency) {
            return new Movement(transactionId, new Money(amount, currency), new Money(fee, currency), booked);
        }
    }

    @Override
    public CardDispute map(ResultSet row, StatementContext context) throws SQLException {
        return new CardDispute(
                row.getString("id"),
                row.getString("payment_id"),
                Optional.ofNullable(row.getString("account")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                CardDispute.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                ContributionMapper.instant(row, "evidence_due_by"),
                List.of(),
                row.getBoolean("loss_booked"),
                new Backoff(row.getInt("tries"), ContributionMapper.instant(row, "next_try_at")),
                ContributionMapper.instant(row, "created_at").orElseThrow());
    }

    static CardDispute with(CardDispute dispute, List<MovementRow> rows) {
        Currency currency = dispute.amount().currency();
        return new CardDispute(
                dispute.id(),
                dispute.paymentId(),
                dispute.account(),
                dispute.amount(),
                dispute.state(),
                dispute.reason(),
                dispute.evidenceDueBy(),
                rows.stream().map(row -> row.in(currency)).toList(),
                dispute.lossBooked(),
                dispute.backoff(),
                dispute.createdAt());
    }
}
