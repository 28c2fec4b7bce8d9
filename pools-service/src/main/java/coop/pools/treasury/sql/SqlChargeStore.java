package coop.pools.treasury.sql;

import coop.pools.treasury.ChargeStore;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardDispute.Movement;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Shares, refunds and disputes, the same SQL on both databases. */
@RegisterRowMapper(ShareMapper.class)
@RegisterRowMapper(CardRefundMapper.class)
@RegisterRowMapper(CardDisputeMapper.class)
@RegisterConstructorMapper(ChargeStore.Kept.class)
@RegisterConstructorMapper(CardDisputeMapper.MovementRow.class)
public interface SqlChargeStore extends ChargeStore {
    String REFUND = "select * from card_refund ";
    String DISPUTE = "select * from card_dispute ";
    String MOVEMENT = "select transaction_id, dispute_id, amount, fee, booked from card_dispute_movement ";

    @Override
    default void insertShares(UUID contribution, List<Share> shares) {
        insertShareRows(
                contribution, shares.stream().map(ChargeRows.ShareRow::of).toList());
    }

    @SqlBatch("""
            insert into contribution_share (contribution_id, no, pool_id, bucket, amount, at_once, released, in_bucket,
                in_free, part)
            values (:contribution, :no, :pool, cast(:bucket as varchar), :amount, :atOnce, :released, :inBucket,
                :inFree, :part)
            on conflict do nothing
            """)
    void insertShareRows(UUID contribution, @BindMethods List<ChargeRows.ShareRow> rows);

    @Override
    @SqlQuery("""
            select s.no, s.pool_id, s.bucket, s.amount, s.at_once, s.released, s.in_bucket, s.in_free, s.part,
                   c.currency
            from contribution_share s join contribution c on c.id = s.contribution_id
            where s.contribution_id = :contribution order by s.no
            """)
    List<Share> shares(UUID contribution);

    @Override
    default void saveShares(UUID contribution, List<Share> changed) {
        saveShareRows(
                contribution, changed.stream().map(ChargeRows.ShareRow::of).toList());
    }

    @SqlBatch("""
            update contribution_share set released = :released, in_bucket = :inBucket, in_free = :inFree
            where contribution_id = :contribution and no = :no
            """)
    void saveShareRows(UUID contribution, @BindMethods List<ChargeRows.ShareRow> rows);

    @Override
    @SqlQuery("""
            select exists (select 1 from card_refund where payment_id = :paymentId)
                or exists (select 1 from card_dispute where payment_id = :paymentId)
            """)
    boolean hasFacts(String paymentId);

    @Override
    @SqlQuery(REFUND + "where payment_id = :paymentId order by created_at, id")
    List<CardRefund> refunds(String paymentId);

    @Override
    default int insertRefund(CardRefund refund) {
        return insertRefundRow(ChargeRows.RefundRow.of(refund));
    }

    @SqlUpdate("""
            insert into card_refund (id, processor_id, payment_id, account, amount, currency, state, booked,
                taken_transaction, returned_transaction, ours, requested_by, reason, attempt, first_sent_at, note,
                tries, next_try_at, created_at)
            values (:id, cast(:processorId as varchar), :paymentId, cast(:account as varchar), :amount, :currency,
                :state, :booked, cast(:taken as varchar), cast(:returned as varchar), :ours,
                cast(:requestedBy as uuid), :reason, :attempt, cast(:firstSentAt as timestamp with time zone), :note,
                :tries, cast(:nextTryAt as timestamp with time zone), :createdAt)
            on conflict do nothing
            """)
    int insertRefundRow(@BindMethods ChargeRows.RefundRow row);

    @Override
    @SqlQuery(REFUND + "where id = :id for update")
    Optional<CardRefund> lockRefund(UUID id);

    @Override
    @SqlQuery(REFUND + "where processor_id = :processorId for update")
    Optional<CardRefund> lockRefund(String processorId);

    @Override
    default void saveRefund(CardRefund refund) {
        saveRefundRow(ChargeRows.RefundRow.of(refund));
    }

    @SqlUpdate("""
            update card_refund set processor_id = cast(:processorId as varchar), state = :state, booked = :booked,
                taken_transaction = cast(:taken as varchar), returned_transaction = cast(:returned as varchar),
                attempt = :attempt, first_sent_at = cast(:firstSentAt as timestamp with time zone), note = :note,
                tries = :tries, next_try_at = cast(:nextTryAt as timestamp with time zone)
            where id = :id
            """)
    void saveRefundRow(@BindMethods ChargeRows.RefundRow row);

    @Override
    @SqlQuery(REFUND + "where state = 'reserved' and next_try_at <= :now order by next_try_at limit :limit")
    List<CardRefund> dueRefunds(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update card_refund set next_try_at = :nextTry, tries = :tries
            where id = :id and state = 'reserved' and next_try_at = :readNextTry
            """)
    int leaseRefund(UUID id, Instant readNextTry, Instant nextTry, int tries);

    @Override
    @SqlQuery("""
            select lacks.book_id from account lacks join account has on has.book_id = lacks.book_id
            where lacks.name = 'liabilities:shortfall' and lacks.balance > 0
                and has.name = 'assets:held:available' and has.balance > 0
            limit :limit
            """)
    List<UUID> booksToRepay(int limit);

    @Override
    default List<CardDispute> disputes(String paymentId) {
        List<CardDispute> found = new ArrayList<>();
        for (CardDispute dispute : disputeRows(paymentId)) {
            found.add(CardDisputeMapper.with(dispute, movements(dispute.id())));
        }
        return found;
    }

    @SqlQuery(DISPUTE + "where payment_id = :paymentId order by created_at, id")
    List<CardDispute> disputeRows(String paymentId);

    @Override
    default Optional<CardDispute> lockDispute(String id) {
        return lockDisputeRow(id).map(dispute -> CardDisputeMapper.with(dispute, movements(id)));
    }

    @SqlQuery(DISPUTE + "where id = :id for update")
    Optional<CardDispute> lockDisputeRow(String id);

    @SqlQuery(MOVEMENT + "where dispute_id = :dispute order by transaction_id")
    List<CardDisputeMapper.MovementRow> movements(String dispute);

    @Override
    default int insertDispute(CardDispute dispute) {
        return insertDisputeRow(ChargeRows.DisputeRow.of(dispute));
    }

    @SqlUpdate("""
            insert into card_dispute (id, payment_id, account, amount, currency, state, reason, evidence_due_by,
                loss_booked, tries, next_try_at, created_at)
            values (:id, :paymentId, cast(:account as varchar), :amount, :currency, :state, :reason,
                cast(:evidenceDueBy as timestamp with time zone), :lossBooked, :tries,
                cast(:nextTryAt as timestamp with time zone), :createdAt)
            on conflict do nothing
            """)
    int insertDisputeRow(@BindMethods ChargeRows.DisputeRow row);

    @Override
    default void saveDispute(CardDispute dispute) {
        saveDisputeRow(ChargeRows.DisputeRow.of(dispute));
        for (Movement movement : dispute.movements()) {
            CardDisputeMapper.MovementRow row = CardDisputeMapper.MovementRow.of(dispute, movement);
            if (insertMovement(row) == 0) {
                saveMovement(row);
            }
        }
    }

    @SqlUpdate("""
            update card_dispute set state = :state, loss_booked = :lossBooked, tries = :tries,
                evidence_due_by = cast(:evidenceDueBy as timestamp with time zone),
                next_try_at = cast(:nextTryAt as timestamp with time zone)
            where id = :id
            """)
    void saveDisputeRow(@BindMethods ChargeRows.DisputeRow row);

    @SqlUpdate("""
            insert into card_dispute_movement (transaction_id, dispute_id, amount, fee, booked)
            values (:transactionId, :disputeId, :amount, :fee, :booked) on conflict do nothing
            """)
    int insertMovement(@BindMethods CardDisputeMapper.MovementRow row);

    @SqlUpdate("update card_dispute_movement set booked = :booked where transaction_id = :transactionId")
    void saveMovement(@BindMethods CardDisputeMapper.MovementRow row);

    @Override
    @SqlQuery("""
            select payment_id, max(tries) as tries from (
                select payment_id, tries, next_try_at from card_refund
                where next_try_at <= :now and state <> 'reserved'
                union all
                select payment_id, tries, next_try_at from card_dispute where next_try_at <= :now
            ) due
            group by payment_id order by min(next_try_at), payment_id limit :limit
            """)
    List<Kept> keptFacts(Instant now, int limit);

    @Override
    default void lookAgain(String paymentId, Instant next, int tries) {
        refundsAgain(paymentId, next, tries);
        disputesAgain(paymentId, next, tries);
    }

    @SqlUpdate("""
            update card_refund set next_try_at = :next, tries = :tries
            where payment_id = :paymentId and next_try_at is not null and state <> 'reserved'
            """)
    void refundsAgain(String paymentId, Instant next, int tries);

    @SqlUpdate("""
            update card_dispute set next_try_at = :next, tries = :tries
            where payment_id = :paymentId and next_try_at is not null
            """)
    void disputesAgain(String paymentId, Instant next, int tries);

    @Override
    default void lookNoMore(String paymentId, Instant due) {
        refundsNoMore(paymentId, due);
        disputesNoMore(paymentId, due);
    }

    @SqlUpdate("""
            update card_refund set next_try_at = null
            where payment_id = :paymentId and next_try_at <= :due and state <> 'reserved'
            """)
    void refundsNoMore(String paymentId, Instant due);

    @SqlUpdate("update card_dispute set next_try_at = null where payment_id = :paymentId and next_try_at <= :due")
    void disputesNoMore(String paymentId, Instant due);
}
