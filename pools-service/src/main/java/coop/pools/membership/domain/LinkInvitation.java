package coop.pools.membership.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An invitation by a secret link.
 *
 * @param email whom it is for: then it is good for one person; empty: for everybody who has the link
 * @param used how many have joined by it
 */
public record LinkInvitation(
        UUID id,
        UUID poolId,
        Optional<String> email,
        UUID invitedBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        int used) {
    /** Whether one more person may join by it. */
    public boolean isGood(Instant now) {
        boolean spent = email.isPresent() && used > 0;
        return revokedAt.isEmpty() && now.isBefore(expiresAt) && !spent;
    }
}
