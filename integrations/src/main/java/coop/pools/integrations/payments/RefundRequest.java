package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/**
 * Money to give back to a payer.
 *
 * @param refundId ours: the idempotency key together with {@code attempt}; stands in the refund's metadata
 * @param attempt 1 at first, raised only after a failure that says {@link PaymentFailure#keySpent()}
 * @param account the connected account that was charged; empty for the platform's own
 */
public record RefundRequest(
        String refundId, int attempt, String paymentId, long amountMinor, Currency currency, Optional<String> account) {
    public RefundRequest {
        if (attempt < 1 || amountMinor < 1) {
            throw new IllegalArgumentException("a refund has an attempt and an amount, both from 1");
        }
    }

    /** What the processor knows this attempt by: the same for every repetition of it. */
    public String idempotencyKey() {
        return attempt == 1 ? refundId : refundId + "-" + attempt;
    }
}
