package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Money between a Pool and a Flood. What a Pool's book calls its money in the Flood is always what the Flood's book
 * calls the Pool's, for money handed over and for money kept apart; what a Flood has is always the sum of its Pools'.
 *
 * <p>Called inside a transaction that holds the Flood.
 */
public final class FloodBooks {
    static final String FUNDED = "flood-funded";
    static final String LEFT = "flood-left";

    private final Ledger ledger;
    private final FloodTerms terms;

    public FloodBooks(Ledger ledger, FloodTerms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    /** How new money belongs to the Flood, by its compact. */
    Fund fundOf(Flood flood) {
        return terms.of(flood.id()).fund();
    }

    /** What a Pool has in a Flood at this moment. */
    Holding holding(Flood flood, MemberPool pool) {
        return Holding.of(ledger.accountBalances(flood.id()), pool.slug(), Money.zero(ledger.currency(flood.id())));
    }

    /** Why money moves, and what people read about it. */
    record Reason(Cause cause, String actor, String memo, Instant at) {
        /** Where one vote moves the money of several Pools, each with a cause of its own. */
        static Reason of(String kind, UUID cause, UUID proposal, String memo, Instant at) {
            return new Reason(new Cause(kind, cause), "proposal:" + proposal, memo, at);
        }

        static Reason vote(String kind, UUID proposal, String memo, Instant at) {
            return new Reason(new Cause(kind, proposal), "proposal:" + proposal, memo, at);
        }
    }

    /** False when it is booked already. */
    boolean fund(Reason reason, Flood flood, MemberPool pool, Fund fund, Money amount) {
        Transfer atPool = new Transfer(fund.atPool(flood.slug()), Accounts.AVAILABLE, amount, reason.memo());
        Transfer atFlood = new Transfer(fund.asset(Accounts.AVAILABLE), fund.free(pool.slug()), amount, reason.memo());
        return post(reason, flood, pool, List.of(atPool), List.of(atFlood));
    }

    /**
     * All that is not committed goes home, what stands in the Flood's buckets too: else a Flood could hold back a Pool
     * by filling buckets. Nothing is written when nothing is left.
     */
    void goHome(Reason reason, Flood flood, MemberPool pool) {
        Holding holding = holding(flood, pool);
        List<Transfer> atPool = new ArrayList<>();
        List<Transfer> atFlood = new ArrayList<>();
        for (Fund fund : Fund.values()) {
            Money home = Money.zero(holding.stake().currency());
            Money free = holding.free().get(fund);
            if (free.isPositive()) {
                home = home.plus(free);
                atFlood.add(new Transfer(fund.free(pool.slug()), fund.asset(Accounts.AVAILABLE), free, reason.memo()));
            }
            for (String bucket : holding.buckets().keySet()) {
                Money part = holding.buckets().get(bucket).get(fund);
                if (part != null) {
                    home = home.plus(part);
                    atFlood.add(new Transfer(
                            fund.inBucket(bucket, pool.slug()),
                            fund.asset(Accounts.bucket(bucket)),
                            part,
                            reason.memo()));
                }
            }
            if (home.isPositive()) {
                atPool.add(new Transfer(Accounts.AVAILABLE, fund.atPool(flood.slug()), home, reason.memo()));
            }
        }
        if (!atPool.isEmpty()) {
            post(reason, flood, pool, atPool, atFlood);
        }
    }

    private boolean post(Reason reason, Flood flood, MemberPool pool, List<Transfer> atPool, List<Transfer> atFlood) {
        return ledger.postAll(List.of(
                new Posting(pool.id(), reason.cause(), reason.at(), reason.actor(), atPool),
                new Posting(flood.id(), reason.cause(), reason.at(), reason.actor(), atFlood)));
    }
}
