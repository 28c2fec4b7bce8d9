package coop.pools.treasury.sql;

import coop.pools.platform.db.Batches;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.domain.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Contributions in shared transactions: those that are expected are locked and read at once, and written together.
 * Everywhere else it is the plain store.
 */
public final class BatchedContributionStore implements ContributionStore {
    private final SqlContributionStore plain;
    private final Batches batches;

    public BatchedContributionStore(SqlContributionStore plain, Batches batches) {
        this.plain = plain;
        this.batches = batches;
    }

    private Optional<ContributionBatch> batch() {
        return batches.part(ContributionBatch.class, ContributionBatch::new);
    }

    @Override
    public void expect(UUID id) {
        batch().ifPresent(batch -> batch.expect(id));
    }

    @Override
    public Optional<Contribution> lock(UUID id) {
        return batch().map(batch -> batch.lock(id)).orElseGet(() -> plain.lock(id));
    }

    @Override
    public Optional<Contribution> lockByPayment(String paymentId) {
        return plain.lockByPayment(paymentId);
    }

    @Override
    public void save(Contribution contribution) {
        boolean gathered = batch().filter(batch -> batch.save(contribution)).isPresent();
        if (!gathered) {
            plain.save(contribution);
        }
    }

    @Override
    public int insert(Contribution contribution) {
        return plain.insert(contribution);
    }

    @Override
    public Optional<Contribution> find(UUID id) {
        return plain.find(id);
    }

    @Override
    public List<Contribution> dueToCheck(Instant now, int limit) {
        return plain.dueToCheck(now, limit);
    }

    @Override
    public boolean isAnyPending(UUID pool) {
        return plain.isAnyPending(pool);
    }

    @Override
    public List<Contribution> pendingInto(UUID pool, int limit) {
        return plain.pendingInto(pool, limit);
    }

    @Override
    public List<Contribution> dueToRefresh(Instant now, int limit) {
        return plain.dueToRefresh(now, limit);
    }

    @Override
    public List<Contribution> dueToRelease(Instant now, int limit) {
        return plain.dueToRelease(now, limit);
    }

    @Override
    public int lease(UUID id, Instant readNextTry, Instant nextTry, int tries) {
        return plain.lease(id, readNextTry, nextTry, tries);
    }

    @Override
    public List<Contribution> ofPerson(UUID person, int limit) {
        return plain.ofPerson(person, limit);
    }
}
