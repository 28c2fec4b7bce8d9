package coop.pools.treasury;

import java.util.Locale;

/** Where an event of the inbox stands. */
public enum EventState {
    APPLIED,
    /** True, but nothing that changes anything. */
    IGNORED,
    /** Could not be applied yet; tried again. */
    WAITING,
    /** Does not fit or cannot be read; shown to operators, blocks nobody. */
    SET_ASIDE,
    /** Was set aside; an operator has looked at it and said why it needs nothing more. */
    DISMISSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EventState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
