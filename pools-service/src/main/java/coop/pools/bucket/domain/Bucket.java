package coop.pools.bucket.domain;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of a Pool's or a Flood's money that is kept for one purpose.
 *
 * @param poolId the Pool's or the Flood's
 * @param slug its word in addresses and in the name of its account; never changes
 * @param purpose in plain text; may be empty
 * @param goal how much is wanted, in the Pool's currency; nothing hangs on it
 * @param closedAt when the members closed it by vote
 * @param closedBy the proposal that did
 */
public record Bucket(
        UUID id,
        UUID poolId,
        String slug,
        String name,
        String purpose,
        Optional<Money> goal,
        UUID openedBy,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<UUID> closedBy) {

    /** Where its money stands in the Pool's book. */
    public String account() {
        return Accounts.bucket(slug);
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
