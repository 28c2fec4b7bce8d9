package coop.pools.recurring;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.recurring.domain.SharePlan;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.TreasuryRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What payers do with their own recurring contributions: pause, go on, end, change. What is wanted is stored first, then
 * the processor is asked; when it does not answer, it is asked again by and by.
 */
public final class ChangeRecurring {
    private final RecurringDesk desk;
    private final PlanShares planShares;
    private final ChargeAmount chargeAmount;
    private final CarryOutOrders carryOut;

    public ChangeRecurring(
            RecurringDesk desk, PlanShares planShares, ChargeAmount chargeAmount, CarryOutOrders carryOut) {
        this.desk = desk;
        this.planShares = planShares;
        this.chargeAmount = chargeAmount;
        this.carryOut = carryOut;
    }

    /**
     * What to do with which.
     *
     * @param id comes with the form or the idempotency key; the same wish sent twice is one
     * @param amount what is meant for the Pools from the next payment on
     * @param parts where it goes from the next payment on; their basis points are a whole
     */
    public record Wish(
            UUID id, UUID recurring, MemberOrder.Kind kind, Optional<Money> amount, Optional<List<Part>> parts) {
        /** To pause, resume or end it. */
        public static Wish to(MemberOrder.Kind kind, UUID id, UUID recurring) {
            return new Wish(id, recurring, kind, Optional.empty(), Optional.empty());
        }

        /** To give another amount, or give it to others. */
        public static Wish change(UUID id, UUID recurring, Optional<Money> amount, Optional<List<Part>> parts) {
            return new Wish(id, recurring, MemberOrder.Kind.CHANGE_AMOUNT, amount, parts);
        }
    }

    /**
     * Stored when it returns, and done when the processor has answered.
     *
     * @throws Refused NOT_FOUND when there is none such of the caller's; RECURRING_NOT_STARTED, RECURRING_OVER,
     *     RECURRING_CHANGING, RECURRING_REFUSED, RECURRING_CUSTODY; of a change also what starting it is refused with
     */
    public void change(Caller caller, Wish wish) {
        UUID person = caller.require(Scope.CONTRIBUTE);
        UUID orderId = IdSource.derivedId("recurring-order", wish.id().toString());
        RecurringContribution own = own(person, wish.recurring());
        if (wish.kind() == MemberOrder.Kind.CHANGE_AMOUNT) {
            Changed changed = changed(own, wish);
            desk.transactions().inTransaction(() -> storeChange(orderId, changed));
        } else {
            desk.transactions().inTransaction(() -> storeOrder(orderId, wish));
        }
        carryOut.runFor(own.id());
        desk.store()
                .order(orderId)
                .filter(order -> order.state() == MemberOrder.State.REFUSED)
                .ifPresent(order -> {
                    throw new Refused(RecurringRefusal.RECURRING_REFUSED, Map.of("reason", order.note()));
                });
    }

    private RecurringContribution own(UUID person, UUID id) {
        return desk.store()
                .find(id)
                .filter(found -> found.payer().equals(person))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private void requireRunning(RecurringContribution present) {
        if (present.state() == RecurringState.PENDING) {
            throw new Refused(RecurringRefusal.RECURRING_NOT_STARTED);
        }
        if (present.state().isOver()) {
            throw new Refused(RecurringRefusal.RECURRING_OVER);
        }
    }

    private void requireNothingOpen(UUID id) {
        if (desk.store().orders(id).stream().anyMatch(MemberOrder::isOpen)) {
            throw new Refused(RecurringRefusal.RECURRING_CHANGING);
        }
    }

    private void storeOrder(UUID orderId, Wish wish) {
        MemberOrder.Kind kind = wish.kind();
        RecurringContribution present = desk.locked(wish.recurring());
        boolean endedAlready = kind.isEnd() && present.state() == RecurringState.ENDED;
        boolean wanted = desk.store().orders(present.id()).stream()
                .anyMatch(order -> order.id().equals(orderId) || order.isOpen() && order.kind() == kind);
        if (endedAlready || wanted) {
            return;
        }
        requireRunning(present);
        if (!kind.isEnd()) {
            // Nobody has to wait with ending it: that is queued behind what is on its way.
            requireNothingOpen(present.id());
        }
        boolean paused = present.state() == RecurringState.PAUSED;
        boolean nothingToDo = kind == MemberOrder.Kind.PAUSE && paused || kind == MemberOrder.Kind.RESUME && !paused;
        if (!nothingToDo) {
            desk.store().insertOrder(MemberOrder.wanted(orderId, present.id(), kind, Optional.empty(), desk.now()));
            desk.wakeAfterCommit();
        }
    }

    /** What is to be charged and where it goes. */
    private record Changed(UUID recurring, Money amount, Optional<Money> meant, List<SharePlan> shares) {}

    private Changed changed(RecurringContribution own, Wish wish) {
        PaymentTerms present = desk.present(own.id());
        Money given = wish.amount().orElse(present.given());
        String currency = present.amount().currency().getCurrencyCode();
        if (!given.currency().equals(present.amount().currency())) {
            throw new Refused(TreasuryRefusal.WRONG_CURRENCY, Map.of("field", "amount", "currency", currency));
        }
        Money charged = chargeAmount.toCharge(
                planShares.extraOf(own.id(), given), given, present.meant().isPresent());
        List<SharePlan> shares = wish.parts()
                .map(parts -> planShares.plan(parts, currency))
                .map(plan -> sameCustody(own, plan, charged))
                .orElse(present.shares());
        PlanShares.requireEach(
                charged, shares.stream().map(SharePlan::basisPoints).toList());
        return new Changed(own.id(), charged, present.meant().map(unused -> given), shares);
    }

    private List<SharePlan> sameCustody(RecurringContribution own, PlanShares.Plan plan, Money charged) {
        if (!plan.account().equals(own.account())) {
            throw new Refused(RecurringRefusal.RECURRING_CUSTODY, Map.of("field", "split"));
        }
        planShares.shares(plan, charged);
        return StartRecurring.shares(plan);
    }

    private void storeChange(UUID orderId, Changed changed) {
        RecurringContribution locked = desk.locked(changed.recurring());
        PaymentTerms present = desk.present(changed.recurring());
        boolean same = present.amount().equals(changed.amount())
                && present.meant().equals(changed.meant())
                && present.shares().equals(changed.shares());
        if (same || desk.store().order(orderId).isPresent()) {
            return;
        }
        requireRunning(locked);
        requireNothingOpen(locked.id());
        new NewTerms(desk).store(orderId, changed.recurring(), changed.amount(), changed.meant(), changed.shares());
    }
}
