package coop.pools.reconciliation;

import coop.pools.kernel.Transactions;
import coop.pools.payout.domain.HandOver;
import coop.pools.reconciliation.MovementStore.Topup;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.util.List;
import java.util.UUID;

/**
 * Looks among the operator's top-ups for money that is awaited. One that is taken is no longer the operator's own: the
 * books tell it, and the comparison finds the two equal.
 */
public final class TakeArrivals {
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

    boolean areAwaited() {
        return arrivals.areAwaited();
    }

    /** Takes what has come by itself. */
    void take() {
        for (Topup topup : movements.topups(MOST)) {
            for (UUID reference : HandOver.named(topup.words())) {
                if (take(topup, reference)) {
                    break;
                }
            }
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
