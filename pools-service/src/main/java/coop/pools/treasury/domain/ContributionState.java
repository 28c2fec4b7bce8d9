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
    EXPIRED;

    private static final Map<ContributionState, Set<ContributionState>> NEXT = Map.of(
            PENDING, EnumSet.of(PAID, AVAILABLE, FAILED, EXPIRED),
            PAID, EnumSet.of(AVAILABLE),
            AVAILABLE, EnumSet.noneOf(ContributionState.class),
            FAILED, EnumSet.of(PAID, AVAILABLE),
            EXPIRED, EnumSet.of(PAID, AVAILABLE));

    public boolean mayBecome(ContributionState next) {
        return NEXT.get(this).contains(next);
    }

    /** Whether money of this contribution stands in the books. */
    public boolean isBooked() {
        return this == PAID || this == AVAILABLE;
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContributionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
