package coop.pools.integrations.payments;

import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * All that the processor knows of a payment, read anew: what counts when events come twice, late or out of order.
 *
 * @param chargeId of the charge that succeeded; empty while none has
 * @param settlement empty while the processor has not worked it out
 * @param refunds in no particular order; at most 100
 * @param disputes in no particular order
 * @param account the connected account that was charged; empty for the platform's own
 */
public record PaymentFacts(
        String paymentId,
        Optional<String> chargeId,
        boolean paid,
        long amountMinor,
        Currency currency,
        Optional<Settlement> settlement,
        List<RefundFact> refunds,
        List<DisputeFact> disputes,
        Optional<String> account) {
    public PaymentFacts {
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
    }
}
