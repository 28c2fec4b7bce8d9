package coop.pools.recurring.sql;

import coop.pools.kernel.Money;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.Every;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringContribution.Looks;
import coop.pools.recurring.domain.RecurringContribution.Subscription;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.recurring.domain.SharePlan;
import coop.pools.treasury.domain.Backoff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Read the rows of recurring contributions. */
public final class RecurringMappers {
    private RecurringMappers() {}

    /** The contribution itself. */
    public static final class Recurring implements RowMapper<RecurringContribution> {
        @Override
        public RecurringContribution map(ResultSet row, StatementContext context) throws SQLException {
            Optional<String> subscription = Optional.ofNullable(row.getString("subscription_id"));
            Optional<String> customer = Optional.ofNullable(row.getString("customer_id"));
            return new RecurringContribution(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    Every.of(row.getString("rhythm")),
                    Optional.ofNullable(row.getString("account")),
                    RecurringState.of(row.getString("state")),
                    subscription.map(id -> new Subscription(id, customer)),
                    instant(row, "next_at"),
                    instant(row, "ends_at"),
                    row.getString("note"),
                    new Looks(
                            row.getLong("touches"),
                            new Backoff(row.getInt("tries"), instant(row, "next_look_at")),
                            instant(row, "read_at")),
                    instant(row, "created_at").orElseThrow());
        }
    }

    /** Terms still without their shares. */
    public record BareTerms(
            int no, Money amount, Optional<Money> meant, Instant from, Optional<Instant> confirmedAt, boolean dropped) {
        PaymentTerms with(List<SharePlan> shares) {
            return new PaymentTerms(no, amount, meant, shares, from, confirmedAt, dropped);
        }
    }

    /** The terms. */
    public static final class Terms implements RowMapper<BareTerms> {
        @Override
        public BareTerms map(ResultSet row, StatementContext context) throws SQLException {
            String currency = row.getString("currency");
            long meant = row.getLong("meant");
            Optional<Money> reaching = row.wasNull() ? Optional.empty() : Optional.of(Money.of(meant, currency));
            return new BareTerms(
                    row.getInt("no"),
                    Money.of(row.getLong("amount"), currency),
                    reaching,
                    instant(row, "valid_from").orElseThrow(),
                    instant(row, "confirmed_at"),
                    row.getBoolean("dropped"));
        }
    }

    /** A share. */
    public static final class Share implements RowMapper<SharePlan> {
        @Override
        public SharePlan map(ResultSet row, StatementContext context) throws SQLException {
            return new SharePlan(
                    row.getObject("pool_id", UUID.class),
                    Optional.ofNullable(row.getString("bucket")),
                    row.getInt("basis_points"));
        }
    }

    /** A bill. */
    public static final class OfBill implements RowMapper<Bill> {
        @Override
        public Bill map(ResultSet row, StatementContext context) throws SQLException {
            return new Bill(
                    row.getString("id"),
                    row.getObject("recurring_id", UUID.class),
                    Bill.State.of(row.getString("state")),
                    Money.of(row.getLong("amount"), row.getString("currency")),
                    Optional.ofNullable(row.getObject("contribution_id", UUID.class)),
                    row.getInt("attempts"),
                    Optional.ofNullable(row.getString("pay_url")),
                    instant(row, "retry_at"),
                    row.getString("note"),
                    instant(row, "created_at").orElseThrow());
        }
    }

    /** An order. */
    public static final class Order implements RowMapper<MemberOrder> {
        @Override
        public MemberOrder map(ResultSet row, StatementContext context) throws SQLException {
            int terms = row.getInt("terms_no");
            Optional<Integer> number = row.wasNull() ? Optional.empty() : Optional.of(terms);
            return new MemberOrder(
                    row.getObject("id", UUID.class),
                    row.getObject("recurring_id", UUID.class),
                    MemberOrder.Kind.of(row.getString("kind")),
                    number,
                    MemberOrder.State.of(row.getString("state")),
                    row.getString("note"),
                    new Backoff(row.getInt("tries"), instant(row, "next_try_at")),
                    instant(row, "created_at").orElseThrow());
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
