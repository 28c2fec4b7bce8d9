package coop.pools.exit;

import coop.pools.exit.domain.ExitClaim;
import coop.pools.exit.domain.PoolEnd;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims of those who have left: everybody sees the amounts and the order; whose they are, only the person. */
public final class ReadExits {
    private static final int MOST = 200;

    private final ExitStore store;
    private final PayoutStore payouts;
    private final PayeeStore payees;
    private final PoolEndStore ends;

    public ReadExits(ExitStore store, PayoutStore payouts, PayeeStore payees, PoolEndStore ends) {
        this.store = store;
        this.payouts = payouts;
        this.payees = payees;
        this.ends = ends;
    }

    /**
     * A claim as it stands.
     *
     * @param paid what has gone out and not come back
     * @param aside what is set aside and on its way
     * @param mine whether it is the caller's
     * @param payee where it goes, for the caller's own; empty otherwise, before anything was ordered, and when stewards pay by hand
     */
    public record Line(ExitClaim claim, Money paid, Money aside, boolean mine, Optional<Payee> payee) {
        public Money waits() {
            return claim.amount().minus(paid).minus(aside);
        }
    }

    /** The word in the API: open, winding-up or ended. */
    public String stateOf(UUID pool) {
        return ends.find(pool).map(PoolEnd::state).orElse("open");
    }

    /** What those who have left are still owed and nothing is set aside for yet, in the smallest unit. */
    public long owed(UUID pool) {
        return store.owed(pool);
    }

    /** The newest first, at most 200. */
    public List<Line> ofPool(Caller caller, UUID pool) {
        return store.ofPool(pool, MOST).stream()
                .map(claim -> line(caller, claim))
                .toList();
    }

    private Line line(Caller caller, ExitClaim claim) {
        List<Payout> ordered = payouts.ofExit(claim.id());
        boolean mine = caller.reader().filter(claim.person()::equals).isPresent();
        return new Line(
                claim,
                sum(claim, ordered, true),
                sum(claim, ordered, false),
                mine,
                mine && !isByHand(ordered) ? payees.ofPerson(claim.pool(), claim.person()) : Optional.empty());
    }

    private static boolean isByHand(List<Payout> ordered) {
        return !ordered.isEmpty() && ordered.stream().allMatch(payout -> payout.way() == Payout.Way.STEWARDS);
    }

    private static Money sum(ExitClaim claim, List<Payout> ordered, boolean done) {
        return ordered.stream()
                .filter(payout -> done
                        ? payout.state() == PayoutState.PAID || payout.state() == PayoutState.REVERSED
                        : payout.state() == PayoutState.RESERVED || payout.state() == PayoutState.SENT)
                .map(payout -> payout.amount().minus(payout.cameBack()))
                .reduce(Money.zero(claim.amount().currency()), Money::plus);
    }
}
