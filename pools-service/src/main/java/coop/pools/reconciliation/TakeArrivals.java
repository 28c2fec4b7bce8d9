package coop.pools.reconciliation;

import coop.pools.kernel.Transactions;
import coop.pools.payout.domain.HandOver;
import coop.pools.reconciliation.Arrivals.Awaited;
import coop.pools.reconciliation.MovementStore.Topup;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks among the operator's top-ups for money that is awaited. One that is taken is no longer the operator's own: the
 * books tell it, and the comparison finds the two equal.
 */
public final class TakeArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(TakeArrivals.class);
    /** Those that are taken are not looked at again. */
    private static final int MOST = 1_000;

    private final Transactions transactions;
    private final MovementStore movements;
    private final Arrivals arrivals;

    public TakeArrivals(Transactions transactions, MovementStore movements, Arrivals arrivals) {
        this.transactions = transactions;
        this.movements = movements;
        this.arrivals = arrivals;
    }

    List<Awaited> awaited() {
        return arrivals.awaited();
    }

    /** Takes what has come by itself. What cannot be taken now is tried again, and holds up nothing else. */
    void take() {
        List<Awaited> awaited = arrivals.awaited();
        if (awaited.isEmpty()) {
            return;
        }
        for (Topup topup : movements.topups(MOST)) {
            awaited.stream()
                    .map(Awaited::reference)
                    .filter(reference -> HandOver.isNamedIn(topup.words(), reference))
                    .findFirst()
                    .ifPresent(reference -> tryToTake(topup, reference));
        }
    }

    private void tryToTake(Topup topup, UUID reference) {
        try {
            take(topup, reference);
        } catch (RuntimeException later) {
            LOG.warn("{} is not taken for {} now: {}", topup.movement().id(), reference, later.toString());
        }
    }

    /**
     * The operator says what a top-up is for that has no reference, or a wrong one. They can only name one that the
     * processor lists, that fits and that nobody has taken.
     */
    public boolean take(String movement, UUID reference) {
        return movements.topup(movement).filter(topup -> take(topup, reference)).isPresent();
    }

    private boolean take(Topup topup, UUID reference) {
        return transactions.inTransaction(() -> {
            boolean taken = arrivals.take(topup.movement(), reference);
            if (taken) {
                movements.stand(List.of(topup.movement()), Standing.OPEN);
            }
            return taken;
        });
    }
}
