package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/**
 * A refund as the processor has it, whoever made it: Pools, or the operator in the processor's dashboard.
 *
 * @param refundId the processor's
 * @param paymentId the payment that is refunded, in whole or in part
 * @param ours the id that Pools gave it; empty for a refund made elsewhere
 * @param amountMinor above zero
 * @param balanceTransactionId of the money that left; empty while none has
 * @param failureTransactionId of the money that came back after a failure
 * @param account the connected account that was charged; empty for the platform's own
 */
public record RefundFact(
        String refundId,
        String paymentId,
        Optional<String> ours,
        long amountMinor,
        Currency currency,
        State state,
        Optional<String> balanceTransactionId,
        Optional<String> failureTransactionId,
        Optional<String> account) {
    /**
     * PENDING: ordered, the money is on its way or waits for funds. FAILED: it came back or never left; a refund that
     * SUCCEEDED can still fail later. None follows FAILED.
     */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
