package coop.pools.recurring;

import coop.pools.kernel.IdSource;
import coop.pools.recurring.WithoutPool.Less;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.PlanShares;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who leaves a Pool stops giving to it: its share ends, and the card is charged so much less. Where nothing or too
 * little would be left, the whole is paused.
 */
public final class EndShares {
    private static final int MOST = 100;

    private final RecurringDesk desk;
    private final WithoutPool without;
    private final RecurringWords words;

    public EndShares(RecurringDesk desk, PlanShares planShares, ChargeAmount chargeAmount, RecurringWords words) {
        this.desk = desk;
        this.without = new WithoutPool(desk, planShares, chargeAmount);
        this.words = words;
    }

    /** Ends what this person gives to the Pool. Doing it again changes nothing. */
    public void left(UUID person, UUID pool) {
        for (RecurringContribution found : desk.store().ofPerson(person, MOST)) {
            PaymentTerms seen = desk.present(found.id());
            if (found.state().isRunning() && seen.goesTo(pool)) {
                Optional<Less> less = without.of(found.id(), seen, pool);
                desk.transactions().inTransaction(() -> end(found.id(), seen, pool, less));
            }
        }
    }

    private void end(UUID id, PaymentTerms seen, UUID pool, Optional<Less> less) {
        RecurringContribution recurring = desk.locked(id);
        boolean pausedOrOver = !recurring.state().isRunning() || recurring.state() == RecurringState.PAUSED;
        if (desk.present(id).no() != seen.no() || less.isEmpty() && pausedOrOver) {
            return;
        }
        UUID orderId =
                IdSource.derivedId("recurring-share-ended", id.toString(), pool.toString(), String.valueOf(seen.no()));
        if (less.isPresent()) {
            Less next = less.get();
            new NewTerms(desk).store(orderId, id, next.charged(), next.meant(), next.shares());
            words.tell(recurring, desk.present(id), "RECURRING_SHARE_ENDED", orderId.toString(), Map.of());
        } else {
            desk.store()
                    .insertOrder(MemberOrder.wanted(orderId, id, MemberOrder.Kind.PAUSE, Optional.empty(), desk.now()));
            desk.wakeAfterCommit();
        }
    }
}
