package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that the books say has moved at the processor: to be matched with exactly one movement there.
 *
 * @param subject the payment or transfer that it belongs to, by the processor's id
 * @param object by the processor's id: the payment, refund, dispute or transfer
 * @param transactionId of the processor, where the books know it
 * @param amount signed as the processor's balance sees it
 * @param fee what the processor took besides; empty while it is not booked
 * @param account the connected account it happened on; empty for the platform's own
 */
public record BookedMovement(
        Kind kind,
        String subject,
        String object,
        Optional<String> transactionId,
        Money amount,
        Optional<Money> fee,
        Instant bookedAt,
        Optional<String> account) {

    /** What moved the money, in the processor's words for it. */
    public enum Kind {
        CHARGE("charge"),
        REFUND("refund"),
        REFUND_FAILURE("refund_failure"),
        DISPUTE("dispute"),
        DISPUTE_REVERSAL("dispute_reversal"),
        TRANSFER("transfer"),
        TRANSFER_REVERSAL("transfer_reversal"),
        /** Came to the operator from a Pool's own account. */
        TOPUP("topup"),
        /** Taken back by a bank after that. */
        TOPUP_REVERSAL("topup_reversal");

        private final String category;

        Kind(String category) {
            this.category = category;
        }

        /** The processor's reporting category. */
        public String category() {
            return category;
        }
    }

    /** What it does to the balance, as far as the books know. */
    public Money net() {
        return fee.map(amount::minus).orElse(amount);
    }
}
