package coop.pools.membership;

import coop.pools.membership.domain.RosterImport;
import java.util.Optional;
import java.util.UUID;

/** How far the reading of a Pool's roster has come. */
public final class ReadImports {
    private final RosterImportStore store;

    public ReadImports(RosterImportStore store) {
        this.store = store;
    }

    /** The Pool's newest import. */
    public Optional<RosterImport> latest(UUID pool) {
        return store.latestOf(pool);
    }
}
