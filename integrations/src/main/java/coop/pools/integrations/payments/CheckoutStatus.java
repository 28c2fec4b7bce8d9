package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/** What became of a payment page. {@code paymentId} is empty until paid. */
public record CheckoutStatus(
        String checkoutId, State state, long amountMinor, Currency currency, Optional<String> paymentId) {
    /** OPEN: may still be paid. PROCESSING: an asynchronous method was used and is not decided yet. */
    public enum State {
        OPEN,
        PROCESSING,
        PAID,
        EXPIRED
    }
}
