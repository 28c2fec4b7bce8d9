package coop.pools.payout.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a payout stands. */
public enum PayoutState {
    /** Set aside in the book; waits for the payee to be ready. */
    RESERVED,
    /** Handed to the processor; its answer may be outstanding. */
    SENT,
    PAID,
    /** Refused for good; the money is free again. */
    FAILED,
    /** Paid and taken back; the money is free again. */
    REVERSED;

    private static final Map<PayoutState, Set<PayoutState>> NEXT = Map.of(
            RESERVED, EnumSet.of(SENT, FAILED),
            SENT, EnumSet.of(PAID, FAILED),
            PAID, EnumSet.of(REVERSED),
            FAILED, EnumSet.noneOf(PayoutState.class),
            REVERSED, EnumSet.noneOf(PayoutState.class));

    public boolean mayBecome(PayoutState next) {
        return NEXT.get(this).contains(next);
    }

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PayoutState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
