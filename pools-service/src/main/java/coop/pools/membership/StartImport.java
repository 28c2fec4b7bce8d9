package coop.pools.membership;

import coop.pools.kernel.IdSource;
import coop.pools.membership.domain.RosterImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Begins the reading of a roster for a Pool. Runs in the transaction of its founding. */
public final class StartImport {
    /** Longer than a roster can take, also when the server stands still for a while. */
    private static final Duration UPLOAD_KEPT = Duration.ofDays(30);

    private final RosterImportStore store;
    private final CsvUploadStore uploads;
    private final IdSource ids;
    private final Clock clock;

    public StartImport(RosterImportStore store, CsvUploadStore uploads, IdSource ids, Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.ids = ids;
        this.clock = clock;
    }

    /** The import's id. It is due at once. */
    public UUID start(UUID pool, UUID person, String source, String groupId) {
        Instant now = clock.instant();
        RosterImport job = RosterImport.begin(ids.newId(), pool, person, source, groupId, now, now);
        store.insert(job);
        if (source.equals(CsvRosters.NAME)) {
            uploads.keepUntil(UUID.fromString(groupId), now.plus(UPLOAD_KEPT));
        }
        return job.id();
    }
}
