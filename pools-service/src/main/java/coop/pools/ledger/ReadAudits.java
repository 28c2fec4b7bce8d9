package coop.pools.ledger;

import coop.pools.ledger.AuditStore.Watch;
import coop.pools.ledger.domain.Freeze;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads how the books are watched: what was published and audited of each, and whether its payouts are stopped. */
public final class ReadAudits {
    private final AuditStore audits;
    private final Freezes freezes;
    private final BookNames names;

    public ReadAudits(AuditStore audits, Freezes freezes, BookNames names) {
        this.audits = audits;
        this.freezes = freezes;
        this.names = names;
    }

    /** Books in the order of their ids, after one of them, at most so many. */
    public List<Audited> list(UUID afterBook, int limit) {
        return audits.list(afterBook, limit).stream().map(this::audited).toList();
    }

    private Audited audited(Watch watch) {
        return new Audited(
                watch.book(),
                names.of(watch.book()),
                watch.headSeq(),
                watch.publishedAt(),
                watch.auditedAt(),
                watch.wholeAt(),
                watch.fault(),
                freezes.of(watch.book()));
    }

    /**
     * A book and how it is watched.
     *
     * @param name empty when its Pool or Flood is not known
     * @param publishedAt when its head was published last
     * @param auditedAt the last look of the auditor
     * @param wholeAt the last good look at the whole book
     * @param fault what the last look found; empty for nothing
     */
    public record Audited(
            UUID book,
            Optional<BookName> name,
            long entries,
            Optional<Instant> publishedAt,
            Optional<Instant> auditedAt,
            Optional<Instant> wholeAt,
            String fault,
            List<Freeze> stopped) {}
}
