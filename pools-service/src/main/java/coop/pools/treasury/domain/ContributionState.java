package coop.pools.treasury.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a contribution stands. Money that arrives late is still money: FAILED and EXPIRED can become PAID. */
public enum ContributionState {
    /** Waiting for the payer, or for the processor's word. */
    PENDING,
    /** Paid; on its way to the Pool. */
    PAID,
    /** In the Pool, free to be spent. */
    AVAILABLE,
    FAILED,
    EXPIRED,
    /** Part of it has gone back to the payer. */
    PARTLY_REFUNDED,
    REFUNDED,
    /** The payer disputes it with their bank, or has won such a dispute. */
    DISPUTED;

    private static final Set<ContributionState> BOOKED =
            EnumSet.of(PAID, AVAILABLE, PARTLY_REFUNDED, REFUNDED, DISPUTED);

    /** What is booked follows the facts; only from AVAILABLE nothing leads back to PAID. */
    private static final Map<ContributionState, Set<ContributionState>> NEXT = Map.of(
            PENDING, EnumSet.of(PAID, AVAILABLE, FAILED, EXPIRED, PARTLY_REFUNDED, REFUNDED, DISPUTED),
            PAID, EnumSet.of(AVAILABLE, PARTLY_REFUNDED, REFUNDED, DISPUTED),
            AVAILABLE, EnumSet.of(PARTLY_REFUNDED, REFUNDED, DISPUTED),
            PARTLY_REFUNDED, EnumSet.of(PAID, AVAILABLE, REFUNDED, DISPUTED),
            REFUNDED, EnumSet.of(PAID, AVAILABLE, PARTLY_REFUNDED, DISPUTED),
            DISPUTED, EnumSet.of(PAID, AVAILABLE, PARTLY_REFUNDED, REFUNDED),
            FAILED, EnumSet.of(PAID, AVAILABLE, PARTLY_REFUNDED, REFUNDED, DISPUTED),
            EXPIRED, EnumSet.of(PAID, AVAILABLE, PARTLY_REFUNDED, REFUNDED, DISPUTED));

    public boolean mayBecome(ContributionState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether this contribution stands in the books. */
    public boolean isBooked() {
        return BOOKED.contains(this);
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ContributionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
