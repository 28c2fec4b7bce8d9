package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final CostShares costs;
    private final Through through;

    public FloodBooks(Ledger ledger, FloodTerms terms, CostShares costs, Through through) {
        this.ledger = ledger;
        this.terms = terms;
        this.costs = costs;
        this.through = through;
    }

    /** Whether it is a Pool with its money on an account of its own. */
    boolean holdsItself(Member member) {
        return through.holdsItself(member);
    }

    /** Whether it is a Pool that has chosen an account of its own, which is not in use yet. */
    boolean isOpening(Member member) {
        return through.isOpening(member);
    }

    /** Whether it is a Pool that pays itself, and has too few stewards to do so. */
    boolean lacksStewards(Member member) {
        return through.lacksStewards(member);
    }

    /** How new money belongs to the Flood, by its compact. */
    Fund fundOf(Flood flood) {
        return terms.of(flood.id()).fund();
    }

    /** What a Pool or Flood has in a Flood at this moment. */
    Holding holding(Flood flood, Member member) {
        return new Moves(ledger, "").holding(flood.id(), member);
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

    /**
     * Money of a Pool that the operator holds for it. What a Pool has with an account of its own is always handed over:
     * the Flood could not draw on it. False when it is booked already.
     */
    boolean fund(Reason reason, Flood flood, Member pool, Fund fund, Money amount) {
        Moves moves = new Moves(ledger, reason.memo());
        if (through.holdsItself(pool)) {
            addStake(moves, flood, pool, Through.home(true), amount);
        } else {
            moves.add(pool.id(), fund.atPool(flood.slug()), Through.home(false), amount);
            moves.add(flood.id(), fund.asset(Accounts.AVAILABLE), fund.free(pool.key()), amount);
        }
        return moves.post(reason.cause(), reason.at(), reason.actor());
    }

    /** Money of a Pool that the operator has, handed over. @param from the account of the Pool's book that it is in */
    static void addStake(Moves moves, Flood flood, Member pool, String from, Money amount) {
        Fund fund = Fund.TRANSFER;
        moves.add(pool.id(), fund.atPool(flood.slug()), from, amount);
        moves.add(flood.id(), fund.asset(Accounts.AVAILABLE), fund.free(pool.key()), amount);
    }

    /**
     * Money that a Flood has of its own members, each of which gives its share by the Flood's own compact.
     *
     * @throws coop.pools.kernel.Refused as {@link CostShares#split} does
     */
    void fundThrough(Reason reason, Flood flood, Flood child, Money amount) {
        if (ledger.entriesOf(flood.id(), reason.cause().kind(), reason.cause().id())
                .isEmpty()) {
            fundThrough(reason, flood, child, costs.split(child, amount, Optional.empty(), CostShares.Use.SET_APART));
        }
    }

    /** The same, with shares that are known already. */
    void fundThrough(Reason reason, Flood flood, Flood child, List<Share> shares) {
        Moves moves = new Moves(ledger, reason.memo());
        through.give(moves, Member.of(child), Member.of(flood), fundOf(flood), shares);
        moves.post(reason.cause(), reason.at(), reason.actor());
    }

    /**
     * All that is not committed goes home, what stands in the Flood's buckets and in larger Floods too: else a Flood
     * could hold back a Pool by filling buckets. Nothing is written when nothing is left.
     */
    void goHome(Reason reason, Flood flood, Member member) {
        Moves moves = new Moves(ledger, reason.memo());
        through.leave(moves, Member.of(flood), member);
        moves.post(reason.cause(), reason.at(), reason.actor());
    }

    /** What a Flood's members would find free with it if it left a larger one now, in the order of joining. */
    List<Share> homeward(Flood flood, Member child) {
        return through.homeward(new Moves(ledger, ""), Member.of(flood), child);
    }
}
