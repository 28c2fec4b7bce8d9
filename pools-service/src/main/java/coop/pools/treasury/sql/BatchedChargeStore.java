package coop.pools.treasury.sql;

import coop.pools.platform.db.Batches;
import coop.pools.treasury.ChargeStore;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Shares, refunds and disputes in shared transactions: the shares of the expected contributions are read at once, and so
 * is which of their payments have refunds or disputes at all. Everywhere else it is the plain store.
 */
public final class BatchedChargeStore implements ChargeStore {
    private final SqlChargeStore plain;
    private final Batches batches;

    public BatchedChargeStore(SqlChargeStore plain, Batches batches) {
        this.plain = plain;
        this.batches = batches;
    }

    private Optional<ChargeBatch> batch() {
        return batches.part(ChargeBatch.class, ChargeBatch::new);
    }

    @Override
    public void expect(UUID contribution, String paymentId) {
        batch().ifPresent(batch -> batch.expect(contribution, paymentId));
    }

    @Override
    public List<Share> shares(UUID contribution) {
        return batch().map(batch -> batch.shares(contribution)).orElseGet(() -> plain.shares(contribution));
    }

    @Override
    public void saveShares(UUID contribution, List<Share> changed) {
        plain.saveShares(contribution, changed);
        forget(contribution);
    }

    @Override
    public void insertShares(UUID contribution, List<Share> shares) {
        plain.insertShares(contribution, shares);
        forget(contribution);
    }

    private void forget(UUID contribution) {
        batch().ifPresent(batch -> batch.forget(contribution));
    }

    @Override
    public boolean hasFacts(String paymentId) {
        return batch().map(batch -> batch.hasFacts(paymentId)).orElseGet(() -> plain.hasFacts(paymentId));
    }

    @Override
    public int insertRefund(CardRefund refund) {
        learn(refund.paymentId());
        return plain.insertRefund(refund);
    }

    @Override
    public int insertDispute(CardDispute dispute) {
        learn(dispute.paymentId());
        return plain.insertDispute(dispute);
    }

    private void learn(String paymentId) {
        batch().ifPresent(batch -> batch.learn(paymentId));
    }

    @Override
    public List<CardRefund> refunds(String paymentId) {
        return plain.refunds(paymentId);
    }

    @Override
    public Optional<CardRefund> lockRefund(UUID id) {
        return plain.lockRefund(id);
    }

    @Override
    public Optional<CardRefund> lockRefund(String processorId) {
        return plain.lockRefund(processorId);
    }

    @Override
    public void saveRefund(CardRefund refund) {
        plain.saveRefund(refund);
    }

    @Override
    public List<CardRefund> dueRefunds(Instant now, int limit) {
        return plain.dueRefunds(now, limit);
    }

    @Override
    public int leaseRefund(UUID id, Instant readNextTry, Instant nextTry, int tries) {
        return plain.leaseRefund(id, readNextTry, nextTry, tries);
    }

    @Override
    public List<UUID> booksToRepay(int limit) {
        return plain.booksToRepay(limit);
    }

    @Override
    public List<CardDispute> disputes(String paymentId) {
        return plain.disputes(paymentId);
    }

    @Override
    public Optional<CardDispute> lockDispute(String id) {
        return plain.lockDispute(id);
    }

    @Override
    public void saveDispute(CardDispute dispute) {
        plain.saveDispute(dispute);
    }

    @Override
    public List<Kept> keptFacts(Instant now, int limit) {
        return plain.keptFacts(now, limit);
    }

    @Override
    public void lookAgain(String paymentId, Instant next, int tries) {
        plain.lookAgain(paymentId, next, tries);
    }

    @Override
    public void lookNoMore(String paymentId, Instant due) {
        plain.lookNoMore(paymentId, due);
    }
}
