package coop.pools.reconciliation;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.reconciliation.Arrivals.Back;
import coop.pools.reconciliation.Arrivals.Taken;
import coop.pools.reconciliation.TopUpStore.Named;
import coop.pools.reconciliation.TopUpStore.TakenBack;
import coop.pools.reconciliation.TopUpStore.Topup;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks among the operator's top-ups for money that is awaited. One that is taken is no longer the operator's own: the
 * books tell it, and the comparison finds the two equal. What is written on each is read once; what names a payment is
 * tried until it is taken, or can never be. What a bank takes back later is booked back.
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
        takeBack();
        AtomicBoolean taken = new AtomicBoolean();
        each(
                topUps::open,
                named -> named.topup().movement().id(),
                named -> tried(named.topup().movement(), named.reference(), () -> {
                    if (take(named.topup(), named.reference(), true) == Taken.NOW) {
                        taken.set(true);
                    }
                }));
        if (taken.get()) {
            // A bank can have taken a part of it back before it was taken.
            takeBack();
        }
    }

    private void takeBack() {
        each(
                topUps::takenBack,
                back -> back.movement().id(),
                back -> tried(back.movement(), back.reference(), () -> takeBack(back)));
    }

    private <T> void each(BiFunction<String, Integer, List<T>> source, Function<T, String> id, Consumer<T> step) {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            List<T> some = source.apply(after, PAGE);
            if (some.isEmpty()) {
                return;
            }
            some.forEach(step);
            after = id.apply(some.get(some.size() - 1));
        }
    }

    private int read() {
        List<Topup> unread = topUps.unread(PAGE);
        unread.forEach(topup -> topUps.insert(topup.movement().id(), arrivals.namedIn(topup.words())));
        return unread.size();
    }

    private static void tried(ProcessorMovement movement, UUID reference, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException later) {
            LOG.warn("{} is not booked for {} now: {}", movement.id(), reference, later.toString());
        }
    }

    /**
     * What took back one that was taken is no more the operator's than that was. Who brings the sum again may be listed
     * before it.
     */
    private void takeBack(TakenBack back) {
        transactions.inTransaction(() -> {
            Back booked = arrivals.takeBack(back.movement(), back.topUp(), back.reference());
            if (booked != Back.NOTHING) {
                movements.stand(List.of(back.movement()), Standing.OPEN);
                for (Money sum : arrivals.awaited(back.reference())) {
                    topUps.again(
                            back.reference(), sum.minorUnits(), sum.currency().getCurrencyCode());
                }
            }
            if (booked == Back.ALL) {
                topUps.back(back.movement().id(), back.reference());
            }
        });
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
                if (topUps.taken(id, reference) == 0) {
                    // The operator has named it for another payment in the same moment.
                    throw new Refused(CommonRefusal.TRY_AGAIN);
                }
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
