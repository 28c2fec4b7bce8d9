package coop.pools.bylaws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The first of two votes that an entrenched rule takes: it has passed and changed nothing yet.
 *
 * @param changes new values by key
 * @param passedAt the close of the vote
 * @param secondFrom when the second vote can be proposed
 * @param secondUntil when it must have opened
 * @param second the vote that made the change; empty while there is none
 */
public record FirstVote(
        UUID bodyId,
        UUID proposalId,
        Map<String, Object> changes,
        Instant passedAt,
        Instant secondFrom,
        Instant secondUntil,
        Optional<UUID> second) {
    /** Whether a vote that opened at that moment is the second one. */
    boolean isFollowedAt(Instant opened) {
        return !opened.isBefore(secondFrom) && !opened.isAfter(secondUntil);
    }

    /** Whether the second vote is still to come, or could be. */
    public boolean isWaiting(Instant now) {
        return second.isEmpty() && !now.isAfter(secondUntil);
    }
}
