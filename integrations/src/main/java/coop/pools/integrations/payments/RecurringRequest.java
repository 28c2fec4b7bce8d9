package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/**
 * A card payment to ask for every month or year.
 *
 * @param recurringId ours: the idempotency key; stands in the subscription's metadata and comes back in events
 * @param title what the payer reads, for example the Pool's name
 * @param successUrl may contain {@code {CHECKOUT_SESSION_ID}}
 * @param account the connected account to charge on; empty for the platform's own
 */
public record RecurringRequest(
        String recurringId,
        long amountMinor,
        Currency currency,
        Every every,
        String title,
        Optional<String> payerEmail,
        String successUrl,
        String cancelUrl,
        Optional<String> account) {
    /** How often. */
    public enum Every {
        MONTH,
        YEAR
    }
}
