package coop.pools.membership.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One stay of one person in one Pool. Whoever returns begins a new one.
 *
 * @param number from 1 in the order of joining; never given twice in a Pool
 * @param joinedVersion the first roster version that the person belongs to
 * @param leftVersion the first that they no longer belong to; empty while they stay
 */
public record Membership(
        UUID poolId,
        UUID personId,
        int number,
        long joinedVersion,
        Optional<Long> leftVersion,
        Instant joinedAt,
        Optional<Instant> leftAt) {
    public boolean isPresent() {
        return leftVersion.isEmpty();
    }
}
