package coop.pools.integrations.payments.sandbox;

import java.util.List;

/**
 * What the card page shows after a try to pay.
 *
 * @param code why not, in the processor's words (for example {@code insufficient_funds}); empty when there is no why
 * @param events to be delivered in this order before the payer goes on; may be empty. A page that is paid already gives
 *     the same events again, with the same ids, so that a delivery that was cut short is made up for
 */
public record PayResult(Status status, String code, List<SignedEvent> events) {
    public PayResult {
        events = List.copyOf(events);
    }

    /** How it went. APPROVED, ALREADY_PAID and PROCESSING lead on to the success page. */
    public enum Status {
        APPROVED,
        DECLINED,
        /** Not the number of a card. */
        INVALID,
        /** The bank asks first: show the 3-D Secure page, then call {@code completeAuthentication}. */
        AUTHENTICATION_NEEDED,
        ALREADY_PAID,
        /** A direct debit was ordered; whether money comes is known days later. */
        PROCESSING,
        EXPIRED
    }
}
