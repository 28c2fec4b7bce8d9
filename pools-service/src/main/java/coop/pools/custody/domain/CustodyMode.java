package coop.pools.custody.domain;

import java.util.Locale;

/** Who holds a Pool's money. */
public enum CustodyMode {
    /** The operator, as fiscal host: charges on its account, and transfers out of it. */
    HOST,
    /** The Pool, on an account of its own: direct charges, and payments by two stewards. */
    OWN;

    /** The word in the API and in actions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CustodyMode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
