package coop.pools.payout.domain;

import java.util.Locale;

/** Whether a payee can be paid. */
public enum PayeeState {
    /** Has not begun: there is no account at the processor. */
    INVITED,
    /** Has begun; the processor wants more, or is still looking at it. */
    PENDING,
    READY,
    /** The processor has stopped the account. */
    RESTRICTED;

    /** The word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PayeeState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
