package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/**
 * A one-off card payment to ask for.
 *
 * @param contributionId also the idempotency key; comes back in events as {@code contributionId}
 * @param title what the payer reads, for example the Pool's name
 * @param transferGroup ties charges and transfers of one Pool together
 * @param successUrl may contain {@code {CHECKOUT_SESSION_ID}}
 * @param account the connected account to charge on; empty for the platform's own
 */
public record CheckoutRequest(
        String contributionId,
        long amountMinor,
        Currency currency,
        String title,
        String transferGroup,
        Optional<String> payerEmail,
        String successUrl,
        String cancelUrl,
        Optional<String> account) {
    /** Charged on the platform's own account. */
    public CheckoutRequest(
            String contributionId,
            long amountMinor,
            Currency currency,
            String title,
            String transferGroup,
            Optional<String> payerEmail,
            String successUrl,
            String cancelUrl) {
        this(
                contributionId,
                amountMinor,
                currency,
                title,
                transferGroup,
                payerEmail,
                successUrl,
                cancelUrl,
                Optional.empty());
    }
}
