package coop.pools.payout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the operator has of Pools with accounts of their own. */
public interface HomeStore {
    /**
     * Pools of which the operator has more than they owe there, and to which nothing is on its way home, in the order of
     * their ids.
     *
     * @param triedSince those whose last try has failed since then are left out
     */
    List<Home> waiting(Instant triedSince, int limit);

    /**
     * Where a Pool's money belongs.
     *
     * @param account its own account at the processor
     * @param founder in whose name the account is kept among the payees
     */
    record Home(UUID pool, String name, String account, UUID founder) {}
}
