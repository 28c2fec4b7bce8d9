package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.Run;
import java.util.Optional;

/** Finished comparisons. */
public interface RunStore {
    void insert(Run run);

    /** The one that ended last. */
    Optional<Run> latest();

    /** The last one that found everything equal. */
    Optional<Run> latestExact();
}
