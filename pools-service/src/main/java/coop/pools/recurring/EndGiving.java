package coop.pools.recurring;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.recurring.WithoutPool.Less;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.PlanShares;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends all that is given to a Pool again and again, because its money will be held elsewhere: cards are charged on
 * another account then, which the processor does only for a new recurring contribution. Other Pools keep their shares.
 * Every payer is told why.
 */
public final class EndGiving {
    private static final int MOST = 200;

    /**
     * How long a payment that a card has refused, from when the Pool still had a share of it, may yet be made. The
     * processor tries a card for two weeks by default. Then all of it ends, the shares of other Pools too.
     */
    public static final Duration PATIENCE = Duration.ofDays(14);

    private final RecurringDesk desk;
    private final WithoutPool without;
    private final Bodies bodies;
    private final RecurringWords words;

    public EndGiving(
            RecurringDesk desk, PlanShares planShares, ChargeAmount chargeAmount, Bodies bodies, RecurringWords words) {
        this.desk = desk;
        this.without = new WithoutPool(desk, planShares, chargeAmount);
        this.bodies = bodies;
        this.words = words;
    }

    /** At most 200 at a time. Doing it again does the rest, and again what the processor has refused. */
    public void to(UUID pool) {
        for (UUID id : desk.store().presentInto(pool, MOST)) {
            PaymentTerms seen = desk.present(id);
            Optional<Less> less = seen.goesTo(pool) ? without.of(id, seen, pool) : Optional.empty();
            desk.transactions().inTransaction(() -> end(id, seen, pool, less));
        }
    }

    private void end(UUID id, PaymentTerms seen, UUID pool, Optional<Less> less) {
        RecurringContribution recurring = desk.locked(id);
        int orders = desk.store().orders(id).size();
        boolean busy = desk.store().orders(id).stream().anyMatch(MemberOrder::isOpen);
        // One whose first payment was never made has a page, which is closed with all others.
        boolean begun = recurring.subscription().isPresent();
        if (busy || !begun || desk.present(id).no() != seen.no()) {
            return;
        }
        UUID orderId = IdSource.derivedId("recurring-pool-moved", id.toString(), pool.toString(), "" + orders);
        boolean running = recurring.state().isRunning();
        if (running && less.isPresent()) {
            Less next = less.get();
            new NewTerms(desk).store(orderId, id, next.charged(), next.meant(), next.shares());
            tell(recurring, seen, pool, orderId, "RECURRING_MOVED_PARTLY");
        } else if (!running || seen.goesTo(pool) || isLate(id, pool)) {
            // Of one that has ended already, bills are open that could still be paid.
            desk.store()
                    .insertOrder(
                            MemberOrder.wanted(orderId, id, MemberOrder.Kind.CANCEL, Optional.empty(), desk.now()));
            desk.wakeAfterCommit();
            if (running) {
                tell(recurring, seen, pool, orderId, "RECURRING_MOVED");
            }
        }
    }

    /** Whether it has gone elsewhere for so long that what was charged before shall not hold the Pool up any more. */
    private boolean isLate(UUID id, UUID pool) {
        Optional<Instant> elsewhere = Optional.empty();
        for (PaymentTerms terms : desk.store().terms(id)) {
            if (!terms.dropped()) {
                elsewhere = terms.goesTo(pool) ? Optional.empty() : elsewhere.or(() -> Optional.of(terms.from()));
            }
        }
        return elsewhere
                .filter(since -> since.plus(PATIENCE).isBefore(desk.now()))
                .isPresent();
    }

    private void tell(RecurringContribution recurring, PaymentTerms terms, UUID pool, UUID order, String kind) {
        String name = bodies.read(BodyRef.pool(pool)).name();
        words.tell(recurring, terms, kind, order.toString(), Map.of("pool", name));
    }
}
