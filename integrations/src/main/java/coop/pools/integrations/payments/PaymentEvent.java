package coop.pools.integrations.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * A signed event of the processor. {@code eventId} is the processor's and unique; several events may tell one fact, so
 * effects are keyed by the object they are about.
 */
public sealed interface PaymentEvent {
    String eventId();

    /** The processor's own word, for example {@code checkout.session.completed}. */
    String type();

    Instant createdAt();

    /**
     * Money of a contribution has arrived.
     *
     * @param settlement there when the event itself carries it
     * @param chargeId of the charge that succeeded, where the event tells it
     * @param account the connected account that was charged; empty for the platform's own
     */
    record Paid(
            String eventId,
            String type,
            Instant createdAt,
            String contributionId,
            String paymentId,
            long amountMinor,
            Currency currency,
            Optional<Settlement> settlement,
            Optional<String> chargeId,
            Optional<String> account)
            implements PaymentEvent {}

    /** A contribution will not be paid by this page: failed or expired. */
    record NotPaid(
            String eventId,
            String type,
            Instant createdAt,
            String contributionId,
            boolean expired,
            Optional<String> account)
            implements PaymentEvent {}

    /** A payee's account changed; read it anew. */
    record PayeeChanged(String eventId, String type, Instant createdAt, String accountId) implements PaymentEvent {}

    /** A transfer for a payout exists, or was reversed. */
    record TransferChanged(String eventId, String type, Instant createdAt, TransferReceipt transfer)
            implements PaymentEvent {}

    /** A refund exists or changed, whoever made it. */
    record RefundChanged(String eventId, String type, Instant createdAt, RefundFact refund) implements PaymentEvent {}

    /** A dispute was opened, moved money or was decided. */
    record DisputeChanged(String eventId, String type, Instant createdAt, DisputeFact dispute)
            implements PaymentEvent {}

    /** Something about a payment changed that the event does not tell in full: read it anew. */
    record PaymentTouched(String eventId, String type, Instant createdAt, String paymentId, Optional<String> account)
            implements PaymentEvent {}

    /**
     * A recurring contribution, or a bill of it, changed: read it anew.
     *
     * @param recurringId ours, where the event tells it
     */
    record RecurringTouched(
            String eventId,
            String type,
            Instant createdAt,
            String subscriptionId,
            Optional<String> recurringId,
            Optional<String> account)
            implements PaymentEvent {}

    /** Signed, but of test mode where money is real, or of live mode where it is not: never to be acted on. */
    record OtherMode(String eventId, String type, Instant createdAt) implements PaymentEvent {}

    /** Signed, but nothing that Pools acts on; kept all the same. */
    record Other(String eventId, String type, Instant createdAt) implements PaymentEvent {}
}
