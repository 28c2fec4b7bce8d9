package coop.pools.exit.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member gets who has left. What has been paid of it stands with the payouts.
 *
 * @param number of the membership that ended; each ends once
 * @param reason left, removed or ended
 * @param given what they gave in that stay and had not taken back
 * @param amount what was left of it, less what was lowered since because gifts were taken back; at most {@code given}
 * @param lowered that much of the share fell away because gifts were refunded or disputed since
 * @param settledAt when nothing of it was owed any more
 */
public record ExitClaim(
        UUID id,
        UUID pool,
        UUID person,
        int number,
        String reason,
        Money given,
        Money amount,
        Money lowered,
        Instant askedAt,
        Optional<Instant> settledAt) {}
