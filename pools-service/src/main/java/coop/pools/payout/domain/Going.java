package coop.pools.payout.domain;

import java.time.Duration;
import java.time.Instant;

/** Whether a payout whose money is set aside can go out now. */
public enum Going {
    OUT,
    /** Something is stopped; it is looked at again. */
    WAITS,
    /** Others have kept a part of it back for too long: the money goes back to those who gave it. */
    FAILS;

    /** How long money stays set aside for a payee who does not get ready, or while others keep a part of it back. */
    public static final Duration PATIENCE = Duration.ofDays(30);

    /**
     * Others than the body itself do not hold up for ever what is not theirs; what stops the body stops it without a limit.
     *
     * @param body whether payouts of the body that pays are stopped
     * @param part whether somebody else's are who keeps a part of the money
     */
    public static Going of(boolean body, boolean part, Instant setAside, Instant now) {
        if (body) {
            return WAITS;
        }
        if (!part) {
            return OUT;
        }
        return setAside.plus(PATIENCE).isBefore(now) ? FAILS : WAITS;
    }
}
