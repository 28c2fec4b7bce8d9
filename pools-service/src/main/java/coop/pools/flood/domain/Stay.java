package coop.pools.flood.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One stretch of time during which a Pool belongs to a Flood; a Pool that comes back has another.
 *
 * @param number 1, 2, 3 ... for this Pool in this Flood
 * @param joinedBy the passed proposal
 * @param spentBefore what the Flood had spent of the Pool's money until then or promised, in the smallest unit
 * @param leftBy the passed proposal; there exactly when {@code leftAt} is
 */
public record Stay(
        UUID flood,
        UUID pool,
        int number,
        Instant joinedAt,
        UUID joinedBy,
        long spentBefore,
        Optional<Instant> leftAt,
        Optional<UUID> leftBy) {
    /** One that begins now. */
    public static Stay begun(UUID flood, UUID pool, int number, Instant at, UUID by, long spentBefore) {
        return new Stay(flood, pool, number, at, by, spentBefore, Optional.empty(), Optional.empty());
    }

    public boolean isPresent() {
        return leftAt.isEmpty();
    }
}
