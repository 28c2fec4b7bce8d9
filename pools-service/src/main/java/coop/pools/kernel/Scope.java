package coop.pools.kernel;

import java.util.Locale;

/** What a token may do in its person's name; a session in the browser has them all. */
public enum Scope {
    READ,
    CONTRIBUTE,
    VOTE,
    ORGANISE;

    /** The word used in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
