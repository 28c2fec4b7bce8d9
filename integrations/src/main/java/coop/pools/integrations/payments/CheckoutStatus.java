package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.Optional;

/**
 * What became of a payment page.
 *
 * @param paymentId empty until the payer has tried to pay; the id that {@link PaymentProcessor#readSettlement} takes
 * @param settlement there when the payment is paid and the processor has already worked it out
 * @param subscriptionId there when the page began a recurring contribution
 */
public record CheckoutStatus(
        String checkoutId,
        State state,
        long amountMinor,
        Currency currency,
        Optional<String> paymentId,
        Optional<Settlement> settlement,
        Optional<String> subscriptionId) {
    /**
     * OPEN: may still be paid. PROCESSING: an asynchronous method was used and is not decided yet. FAILED: it was
     * decided against us, and this page cannot be used again.
     */
    public enum State {
        OPEN,
        PROCESSING,
        PAID,
        FAILED,
        EXPIRED
    }
}
