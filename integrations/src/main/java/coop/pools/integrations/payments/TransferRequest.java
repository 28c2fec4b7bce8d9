package coop.pools.integrations.payments;

import java.util.Currency;

/**
 * Money to send to a payee.
 *
 * @param payoutId the idempotency key together with {@code attempt}; stands in the transfer's metadata, and the
 *     transfer is found again by it
 * @param attempt 1 at first. Raised only after a failure that says {@link PaymentFailure#keySpent()}, and never after
 *     an outcome that is UNKNOWN
 * @param transferGroup whose money it is, for the processor's reports; stands in the transfer's metadata
 */
public record TransferRequest(
        String payoutId, int attempt, String accountId, long amountMinor, Currency currency, String transferGroup) {
    public TransferRequest {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
    }

    /** The first attempt. */
    public TransferRequest(
            String payoutId, String accountId, long amountMinor, Currency currency, String transferGroup) {
        this(payoutId, 1, accountId, amountMinor, currency, transferGroup);
    }

    /** What the processor knows this attempt by: the same for every repetition of it. */
    public String idempotencyKey() {
        return attempt == 1 ? payoutId : payoutId + "-" + attempt;
    }
}
