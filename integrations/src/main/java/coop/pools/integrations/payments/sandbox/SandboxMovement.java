package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.BalanceTransaction;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * One movement of money in the sandbox's books. Times are seconds since 1970.
 *
 * @param category the reporting category in Stripe's words
 * @param paymentId empty where it comes from no payment
 */
public record SandboxMovement(
        String id,
        String category,
        String sourceId,
        String paymentId,
        long amountMinor,
        long feeMinor,
        String currencyCode,
        long createdAt,
        long availableOn) {
    BalanceTransaction transaction() {
        return new BalanceTransaction(
                id,
                category,
                Optional.of(sourceId),
                Optional.of(paymentId).filter(payment -> !payment.isEmpty()),
                amountMinor,
                feeMinor,
                amountMinor - feeMinor,
                Currency.getInstance(currencyCode),
                Instant.ofEpochSecond(createdAt),
                Instant.ofEpochSecond(availableOn));
    }
}
