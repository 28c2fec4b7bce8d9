package coop.pools.payout;

import java.util.Currency;

/**
 * Whether the operator lacks money, so that what they have of Pools with accounts of their own stays where it is: it would
 * go out of money of others. Implemented in the wiring.
 */
public interface HomeStops {
    /** Nothing is ever lacking. */
    HomeStops NONE = currency -> false;

    boolean isLacking(Currency currency);
}
