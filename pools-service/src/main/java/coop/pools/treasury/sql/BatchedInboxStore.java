package coop.pools.treasury.sql;

import coop.pools.platform.db.Batches;
import coop.pools.treasury.InboxStore;
import coop.pools.treasury.Verdict;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inbox in shared transactions: which events are known is asked for all of them at once, and the new ones are
 * written together with what became of them. Everywhere else it is the plain store.
 */
public final class BatchedInboxStore implements InboxStore {
    private final SqlInboxStore plain;
    private final Batches batches;

    public BatchedInboxStore(SqlInboxStore plain, Batches batches) {
        this.plain = plain;
        this.batches = batches;
    }

    private Optional<EventBatch> batch() {
        return batches.part(EventBatch.class, EventBatch::new);
    }

    @Override
    public void expect(String eventId) {
        batch().ifPresent(batch -> batch.expect(eventId));
    }

    @Override
    public int insert(Received received, Verdict verdict, Backoff backoff) {
        return batch().map(batch -> batch.insert(received, verdict, backoff))
                .orElseGet(() -> plain.insert(received, verdict, backoff));
    }

    @Override
    public void mark(String eventId, Verdict verdict, Backoff backoff) {
        boolean gathered =
                batch().filter(batch -> batch.mark(eventId, verdict, backoff)).isPresent();
        if (!gathered) {
            plain.mark(eventId, verdict, backoff);
        }
    }

    @Override
    public List<Waiting> due(Instant now, int limit) {
        return plain.due(now, limit);
    }

    @Override
    public int lease(String eventId, Instant readNextTry, Instant nextTry, int tries) {
        return plain.lease(eventId, readNextTry, nextTry, tries);
    }

    @Override
    public Optional<Waiting> lockWaiting(String eventId) {
        return plain.lockWaiting(eventId);
    }

    @Override
    public List<SetAside> setAside(int limit) {
        return plain.setAside(limit);
    }

    @Override
    public Set<String> known(Collection<String> eventIds) {
        return plain.known(eventIds);
    }

    @Override
    public int retry(String eventId, Instant now) {
        return plain.retry(eventId, now);
    }

    @Override
    public int retryAll(Instant now) {
        return plain.retryAll(now);
    }

    @Override
    public int dismiss(String eventId, String reason) {
        return plain.dismiss(eventId, reason);
    }

    @Override
    public List<Unapplied> unapplied() {
        return plain.unapplied();
    }
}
