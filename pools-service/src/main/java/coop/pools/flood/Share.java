package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;

/** What one Pool gives to one payment of a Flood. {@code amount} is above zero. */
record Share(MemberPool pool, Money amount) {
    /** The account of what the Pool has in the Flood, free to be spent. */
    String stake() {
        return Accounts.stakeOf(pool.slug());
    }

    /** The account of what is promised of it. */
    String committed() {
        return Accounts.committedBy(pool.slug());
    }
}
