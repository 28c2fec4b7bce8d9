package coop.pools.exit.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A Pool that the members have decided to end.
 *
 * @param payee who gets what is left after the members' shares; empty: a later vote says so
 * @param claimedUpTo the members up to this number have their claims; the highest number: all have
 * @param endedAt when nothing was left
 */
public record PoolEnd(
        UUID pool, UUID proposal, Optional<UUID> payee, Instant since, int claimedUpTo, Optional<Instant> endedAt) {
    /** How long a member has to say where their share goes, article 30. */
    public static final Duration PATIENCE = Duration.ofDays(365);

    public static final int ALL = Integer.MAX_VALUE;

    public boolean isAllClaimed() {
        return claimedUpTo == ALL;
    }

    /** The word in the API. */
    public String state() {
        return endedAt.isPresent() ? "ended" : "winding-up";
    }
}
