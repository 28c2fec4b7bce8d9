package coop.pools.reconciliation.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A movement of money on the processor's account.
 *
 * @param account the connected account; empty for the platform's own
 * @param category the processor's reporting category
 * @param subject the payment or transfer it belongs to; its own id where there is none
 * @param contributionId what the processor says that it pays
 * @param words what is written on it; may be empty
 * @param amount gross, signed as the processor's balance sees it
 */
public record ProcessorMovement(
        String account,
        String id,
        String category,
        Optional<String> sourceId,
        String subject,
        Optional<String> contributionId,
        String words,
        Money amount,
        Money fee,
        Money net,
        Instant createdAt,
        Instant availableOn) {
    /** What is longer is cut. */
    private static final int LONGEST_WORDS = 500;

    public ProcessorMovement {
        words = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
    }

    /** One with nothing written on it. */
    public ProcessorMovement(
            String account,
            String id,
            String category,
            Optional<String> sourceId,
            String subject,
            Optional<String> contributionId,
            Money amount,
            Money fee,
            Money net,
            Instant createdAt,
            Instant availableOn) {
        this(account, id, category, sourceId, subject, contributionId, "", amount, fee, net, createdAt, availableOn);
    }

    /** Not the processor's: what the operator and a Pool have settled outside of it. */
    public static final String SETTLEMENT = "custody_settlement";

    /** The processor's own doings with the operator: none of any Pool's. */
    private static final Set<String> PLATFORM = Set.of(
            SETTLEMENT,
            "fee",
            "payout",
            "payout_reversal",
            "payout_minimum_balance_hold",
            "payout_minimum_balance_release",
            "topup",
            "topup_reversal",
            "tax",
            "network_cost",
            "risk_reserved_funds",
            "platform_earning",
            "platform_earning_refund",
            "contribution",
            "climate_order_purchase",
            "climate_order_refund");

    /** Where a movement stands. */
    public enum Standing {
        /** To be found in the books. */
        OPEN,
        /** The books say the same. */
        MATCHED,
        /** The operator's own. */
        PLATFORM
    }

    /** Where it stands before anybody has looked into the books. */
    public Standing firstStanding() {
        return subject.equals(id) && PLATFORM.contains(category) ? Standing.PLATFORM : Standing.OPEN;
    }
}
