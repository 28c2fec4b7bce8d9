package coop.pools.reconciliation;

import coop.pools.kernel.Transactions;
import coop.pools.reconciliation.Arrivals.Taken;
import coop.pools.reconciliation.TopUpStore.Named;
import coop.pools.reconciliation.TopUpStore.Topup;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks among the operator's top-ups for money that is awaited. One that is taken is no longer the operator's own: the
 * books tell it, and the comparison finds the two equal. What is written on each is read once; what names a payment is
 * tried until it is taken, or can never be.
 */
public final class TakeArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(TakeArrivals.class);
    private static final int PAGE = 200;
    /** Ten thousand in one go; what is left is read in the next. */
    private static final int MOST_PAGES = 50;

    private final Transactions transactions;
    private final TopUpStore topUps;
    private final MovementStore movements;
    private final Arrivals arrivals;

    public TakeArrivals(Transactions transactions, TopUpStore topUps, MovementStore movements, Arrivals arrivals) {
        this.transactions = transactions;
        this.topUps = topUps;
        this.movements = movements;
        this.arrivals = arrivals;
    }

    Optional<Instant> newest() {
        return arrivals.newest();
    }

    /** What names a payment and is not it, the newest first, at most twenty. */
    public List<Named> others() {
        return topUps.others();
    }

    /** Takes what has come by itself. What cannot be taken now is tried again, and holds up nothing else. */
    void take() {
        int page = 0;
        while (page < MOST_PAGES && transactions.inTransaction(this::read) == PAGE) {
            page++;
        }
        String after = "";
        for (page = 0; page < MOST_PAGES; page++) {
            List<Named> open = topUps.open(after, PAGE);
            if (open.isEmpty()) {
                return;
            }
            open.forEach(this::tryToTake);
            after = open.get(open.size() - 1).topup().movement().id();
        }
    }

    private int read() {
        List<Topup> unread = topUps.unread(PAGE);
        unread.forEach(topup -> topUps.insert(topup.movement().id(), arrivals.namedIn(topup.words())));
        return unread.size();
    }

    private void tryToTake(Named named) {
        try {
            take(named.topup(), named.reference(), true);
        } catch (RuntimeException later) {
            LOG.warn(
                    "{} is not taken for {} now: {}",
                    named.topup().movement().id(),
                    named.reference(),
                    later.toString());
        }
    }

    /**
     * The operator says what a top-up is for that has no reference, or a wrong one. They can only name one that the
     * processor lists, that fits and that nobody has taken.
     */
    public boolean take(String movement, UUID reference) {
        return topUps.one(movement)
                .filter(topup -> take(topup, reference, false) == Taken.NOW)
                .isPresent();
    }

    private Taken take(Topup topup, UUID reference, boolean written) {
        return transactions.inTransaction(() -> {
            String id = topup.movement().id();
            Taken taken = arrivals.take(topup.movement(), reference);
            if (taken == Taken.NOW) {
                topUps.insert(id, Optional.of(reference));
                topUps.taken(id, reference);
                movements.stand(List.of(topup.movement()), Standing.OPEN);
            } else if (taken == Taken.NEVER && written && topUps.other(id) > 0) {
                arrivals.tellOther(topup.movement(), reference);
                LOG.error(
                        "{} of {} names payout {} and is not it: it needs an operator",
                        id,
                        topup.movement().net(),
                        reference);
            }
            return taken;
        });
    }
}
