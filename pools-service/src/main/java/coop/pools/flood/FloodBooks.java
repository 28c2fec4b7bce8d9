package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Money between a Pool and a Flood. What a Pool's book calls its money in the Flood is always what the Flood's book
 * calls the Pool's stake, free and committed; what a Flood holds is always the sum of the stakes.
 *
 * <p>Called inside a transaction that holds the Flood.
 */
public final class FloodBooks {
    static final String FUNDED = "flood-funded";
    static final String LEFT = "flood-left";

    private final Ledger ledger;

    public FloodBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is left of a Pool's stake and not committed to a payment. */
    Money stake(Flood flood, MemberPool pool) {
        return ledger.balance(flood.id(), Accounts.stakeOf(pool.slug()));
    }

    void fund(UUID proposal, Flood flood, MemberPool pool, Money amount, Instant at) {
        String memo = pool.name() + " puts money into " + flood.name() + ", by its own vote";
        Transfer atPool = new Transfer(Accounts.inFlood(flood.slug()), Accounts.AVAILABLE, amount, memo);
        Transfer atFlood = new Transfer(Accounts.AVAILABLE, Accounts.stakeOf(pool.slug()), amount, memo);
        postBoth(new Cause(FUNDED, proposal), flood, pool, at, atPool, atFlood);
    }

    /** Nothing is written when nothing is left. */
    void returnStake(UUID proposal, Flood flood, MemberPool pool, Instant at) {
        Money left = stake(flood, pool);
        if (left.isZero()) {
            return;
        }
        String memo =
                pool.name() + " leaves " + flood.name() + " and takes the rest of its stake along, by its own vote";
        Transfer atPool = new Transfer(Accounts.AVAILABLE, Accounts.inFlood(flood.slug()), left, memo);
        Transfer atFlood = new Transfer(Accounts.stakeOf(pool.slug()), Accounts.AVAILABLE, left, memo);
        postBoth(new Cause(LEFT, proposal), flood, pool, at, atPool, atFlood);
    }

    private void postBoth(Cause cause, Flood flood, MemberPool pool, Instant at, Transfer atPool, Transfer atFlood) {
        String actor = "proposal:" + cause.id();
        ledger.postAll(List.of(
                new Posting(pool.id(), cause, at, actor, List.of(atPool)),
                new Posting(flood.id(), cause, at, actor, List.of(atFlood))));
    }
}
