package coop.pools.membership;

import coop.pools.membership.domain.RosterImport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rosters being read. */
public interface RosterImportStore {
    void insert(RosterImport job);

    Optional<RosterImport> find(UUID id);

    /** The newest of a Pool. */
    Optional<RosterImport> latestOf(UUID pool);

    List<UUID> due(Instant now, int limit);

    /** Takes a due import for oneself until a moment; answers 0 when another has it. */
    int claim(UUID id, Instant now, Instant until);

    /** Writes the new standing if so many pages are in; answers 0 when another was faster. */
    int move(RosterImport job, int pagesBefore, Optional<Instant> finishedAt);

    /** Makes an import that is still running due at once. */
    void release(UUID id, Instant now);
}
