package coop.pools.integrations.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A subscription of the processor's, read anew.
 *
 * @param subscriptionId the processor's
 * @param recurringId ours
 * @param amountMinor of each coming payment
 * @param nextAt when the next payment is due; empty when none will be
 * @param endsAt set when it has been cancelled for the end of its period, or has ended
 * @param charges the newest first, at most 100
 */
public record RecurringFacts(
        String subscriptionId,
        String recurringId,
        String customerId,
        State state,
        long amountMinor,
        Currency currency,
        RecurringRequest.Every every,
        Optional<Instant> nextAt,
        Optional<Instant> endsAt,
        List<Charge> charges,
        Optional<String> account) {
    public RecurringFacts {
        charges = List.copyOf(charges);
    }

    /** INCOMPLETE: the first payment has not succeeded. PAST_DUE: a renewal failed and is tried again. */
    public enum State {
        INCOMPLETE,
        ACTIVE,
        PAST_DUE,
        PAUSED,
        ENDED
    }

    /**
     * One period's bill.
     *
     * @param paymentId there when PAID
     * @param payUrl where the payer can pay a failed one by hand
     * @param retryAt when the processor tries a failed one again
     */
    public record Charge(
            String invoiceId,
            ChargeState state,
            long amountMinor,
            Currency currency,
            Optional<String> paymentId,
            Optional<String> payUrl,
            Optional<Instant> retryAt,
            int attempts,
            Instant createdAt) {}

    /** OPEN: not paid yet, or failed and to be tried again. DROPPED: will never be paid. */
    public enum ChargeState {
        OPEN,
        PAID,
        DROPPED
    }
}
