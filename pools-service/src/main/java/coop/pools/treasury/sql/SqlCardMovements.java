package coop.pools.treasury.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.BookedMovements;
import coop.pools.treasury.domain.BookedMovement;
import coop.pools.treasury.domain.BookedMovement.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What cards have moved, as the books have it: charges, refunds and disputes. */
@RegisterConstructorMapper(SqlCardMovements.ChargeRow.class)
@RegisterConstructorMapper(SqlCardMovements.RefundRow.class)
@RegisterConstructorMapper(SqlCardMovements.MovementRow.class)
public interface SqlCardMovements extends BookedMovements {
    /** A refund can fail and a dispute be decided so long after it was made. */
    Duration LONGEST_MATTER = Duration.ofDays(180);

    /** A paid contribution. */
    record ChargeRow(
            String paymentId,
            long amount,
            Optional<Long> fee,
            String currency,
            Instant paidAt,
            Optional<String> account) {}

    /** A refund that money has left by. */
    record RefundRow(
            String paymentId,
            Optional<String> processorId,
            long amount,
            String currency,
            String booked,
            Optional<String> takenTransaction,
            Optional<String> returnedTransaction,
            Instant createdAt,
            Optional<String> account) {}

    /** A movement of a dispute. */
    record MovementRow(
            String paymentId,
            String disputeId,
            String transactionId,
            long amount,
            long fee,
            String currency,
            Instant createdAt,
            Optional<String> account) {}

    @Override
    default List<BookedMovement> of(Collection<String> subjects) {
        List<BookedMovement> movements = new ArrayList<>();
        if (!subjects.isEmpty()) {
            charges(subjects).forEach(row -> movements.add(charge(row)));
            refunds(subjects).forEach(row -> movements.addAll(refund(row)));
            disputes(subjects).forEach(row -> movements.add(dispute(row)));
        }
        return movements;
    }

    private static BookedMovement charge(ChargeRow row) {
        return new BookedMovement(
                Kind.CHARGE,
                row.paymentId(),
                row.paymentId(),
                Optional.empty(),
                Money.of(row.amount(), row.currency()),
                row.fee().map(fee -> Money.of(fee, row.currency())),
                row.paidAt(),
                row.account());
    }

    /** Money that came back has left before; a refund that failed before any left has moved nothing. */
    private static List<BookedMovement> refund(RefundRow row) {
        Money amount = Money.of(row.amount(), row.currency());
        boolean returned = row.booked().equals("returned");
        if (returned && row.takenTransaction().isEmpty()) {
            return List.of();
        }
        BookedMovement taken = refund(row, Kind.REFUND, amount.negated(), row.takenTransaction());
        return returned
                ? List.of(taken, refund(row, Kind.REFUND_FAILURE, amount, row.returnedTransaction()))
                : List.of(taken);
    }

    private static BookedMovement refund(RefundRow row, Kind kind, Money amount, Optional<String> transaction) {
        return new BookedMovement(
                kind,
                row.paymentId(),
                row.processorId().orElse(row.paymentId()),
                transaction,
                amount,
                Optional.of(Money.zero(amount.currency())),
                row.createdAt(),
                row.account());
    }

    private static BookedMovement dispute(MovementRow row) {
        return new BookedMovement(
                row.amount() < 0 ? Kind.DISPUTE : Kind.DISPUTE_REVERSAL,
                row.paymentId(),
                row.disputeId(),
                Optional.of(row.transactionId()),
                Money.of(row.amount(), row.currency()),
                Optional.of(Money.of(row.fee(), row.currency())),
                row.createdAt(),
                row.account());
    }

    @SqlQuery("""
            select payment_id, amount, fee, currency, paid_at, account from contribution
            where payment_id in (<subjects>) and paid_at is not null
            """)
    List<ChargeRow> charges(@BindList Collection<String> subjects);

    @SqlQuery("""
            select payment_id, processor_id, amount, currency, booked, taken_transaction, returned_transaction,
                   created_at, account
            from card_refund where payment_id in (<subjects>) and booked in ('refunded', 'returned')
            """)
    List<RefundRow> refunds(@BindList Collection<String> subjects);

    @SqlQuery("""
            select d.payment_id, d.id as dispute_id, m.transaction_id, m.amount, m.fee, d.currency, d.created_at,
                   d.account
            from card_dispute d join card_dispute_movement m on m.dispute_id = d.id
            where d.payment_id in (<subjects>) and m.booked
            """)
    List<MovementRow> disputes(@BindList Collection<String> subjects);

    @Override
    default List<String> subjectsSince(Instant since, String after, int limit) {
        return paymentsSince(since, since.minus(LONGEST_MATTER), after, limit);
    }

    @SqlQuery("""
            select payment_id from (
                select payment_id from contribution where paid_at >= :since
                union select payment_id from card_refund where created_at >= :longSince
                union select payment_id from card_dispute where created_at >= :longSince) touched
            where payment_id > :after order by payment_id limit :limit
            """)
    List<String> paymentsSince(Instant since, Instant longSince, String after, int limit);
}
