package coop.pools.payout;

import coop.pools.payout.domain.Payout;
import java.util.UUID;

/**
 * How ordered payouts are carried out where the money is held one way or the other. What has been decided, set aside
 * and booked is the same for all routes; only who moves the money differs.
 */
public interface PayoutRoute {
    Payout.Way way();

    /** Does what can be done for one payout now; whoever calls holds its lease and no transaction. */
    void carryOn(UUID payout);
}
