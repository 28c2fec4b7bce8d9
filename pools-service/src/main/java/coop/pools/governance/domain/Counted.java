package coop.pools.governance.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A count with what it was made of.
 *
 * @param ballots those that count, in the order of person ids
 * @param delegations those that were followed or could have been, in the order of person ids
 */
public record Counted(Outcome outcome, List<Ballot> ballots, List<Carried> delegations) {
    /**
     * Somebody for whom another one votes unless they vote themselves.
     *
     * @param counts whose ballot counts for the person; the person's own where they voted; empty where nobody's does
     */
    public record Carried(UUID person, UUID delegate, Optional<UUID> counts) {}
}
