package coop.pools.payout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the operator has of Pools with accounts of their own. */
public interface HomeStore {
    /**
     * Pools of which the operator has more than they owe there, to which nothing is on its way home, and that are due; of
     * those that give their account up only who lacks something on it;
     * those that have never waited first, then who has waited longest.
     *
     * @param triedSince those whose last try has failed or was taken back since then are left out
     */
    List<Home> waiting(Instant now, Instant triedSince, int limit);

    /** The Pool is not due again before that. */
    void lookAgain(UUID pool, Instant next);

    /**
     * Where a Pool's money belongs.
     *
     * @param account its own account at the processor
     * @param founder in whose name the account is kept among the payees
     * @param closing whether the Pool gives that account up, so that only what it lacks there belongs there
     */
    record Home(UUID pool, String name, String account, UUID founder, boolean closing) {}
}
