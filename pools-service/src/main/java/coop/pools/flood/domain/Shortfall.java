package coop.pools.flood.domain;

import java.util.Locale;

/** What becomes of a joint payment when a Pool has less than its share; source: article F7 of the compact. */
public enum Shortfall {
    /** Nothing is paid. */
    STOP,
    /** The others bear what is lacking, by the same key, as far as they have it. */
    OTHERS_MAY_COVER;

    /** The word in the compact and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Shortfall of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
