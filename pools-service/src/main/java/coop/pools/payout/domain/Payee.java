package coop.pools.payout.domain;

import coop.pools.governance.domain.BodyRef;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone a Pool or Flood can pay. Members vote on the payee, so the account behind one never changes.
 *
 * @param person the member that the payee is, where they hand in expenses; empty for somebody invited by name
 * @param country ISO 3166 alpha-2, once the payee has told
 * @param accountId the processor's, bound once
 */
public record Payee(
        UUID id,
        BodyRef body,
        Optional<UUID> person,
        String name,
        Optional<String> email,
        Currency currency,
        Optional<String> country,
        Optional<String> accountId,
        PayeeState state,
        Backoff backoff,
        UUID createdBy,
        Instant createdAt) {

    public boolean isReady() {
        return state == PayeeState.READY && accountId.isPresent();
    }

    /** The same, as the processor has it, to be read again at those times. */
    public Payee with(PayeeState next, Backoff again) {
        return new Payee(
                id, body, person, name, email, currency, country, accountId, next, again, createdBy, createdAt);
    }
}
