package coop.pools.integrations.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A payer's dispute of a payment with their bank, as the processor has it.
 *
 * @param amountMinor what is disputed, above zero
 * @param reason the processor's word, for example {@code fraudulent}
 * @param evidenceDueBy until when evidence can be handed in
 * @param movements money that the dispute has taken and given back, so far; each is one balance transaction
 * @param account the connected account that was charged; empty for the platform's own
 */
public record DisputeFact(
        String disputeId,
        String paymentId,
        long amountMinor,
        Currency currency,
        State state,
        String reason,
        Optional<Instant> evidenceDueBy,
        List<Movement> movements,
        Optional<String> account) {
    public DisputeFact {
        movements = List.copyOf(movements);
    }

    /** OPEN: to be answered or under review. WARNING: an inquiry; no money has moved. WON and LOST are final. */
    public enum State {
        WARNING,
        OPEN,
        WON,
        LOST
    }

    /**
     * One balance transaction of a dispute.
     *
     * @param amountMinor below zero when money was taken, above zero when it was given back
     * @param feeMinor charged besides; below zero when a fee was given back
     */
    public record Movement(String balanceTransactionId, long amountMinor, long feeMinor) {}
}
