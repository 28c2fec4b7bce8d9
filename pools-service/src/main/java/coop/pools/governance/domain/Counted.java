package coop.pools.governance.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a sheet came to.
 *
 * @param delegations those that were followed or could have been, in the order of person ids
 */
public record Counted(Outcome outcome, List<Carried> delegations) {
    /**
     * Somebody for whom another one votes unless they vote themselves.
     *
     * @param counts whose ballot counts for the person; the person's own where they voted; empty where nobody's does
     */
    public record Carried(UUID person, UUID delegate, Optional<UUID> counts) {}
}
