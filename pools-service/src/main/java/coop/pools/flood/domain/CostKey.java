package coop.pools.flood.domain;

import java.util.Locale;

/** How a joint payment of a Flood draws on its Pools; source: article F6 of the compact. */
public enum CostKey {
    /** Every Pool the same. */
    EQUAL_POOLS,
    /** By how many members each Pool has when the payment is set aside. */
    BY_MEMBERS,
    /** By what each Pool has put in and not taken home again, whether or not it has been spent. */
    BY_PLEDGE,
    /** By what is left of each stake and free. */
    BY_AVAILABLE;

    /** The word in the compact and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CostKey of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
