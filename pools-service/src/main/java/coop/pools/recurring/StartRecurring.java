package coop.pools.recurring;

import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.Every;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.SharePlan;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.OpenCheckout;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.RecurringDoor;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Extra;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts what is given every month or year by one card payment. It and its first contribution, which has the
 * same id, are stored before the processor is asked for a page.
 */
public final class StartRecurring implements RecurringDoor {
    static final int MOST_PRESENT = 20;
    private static final Duration FIRST_LOOK = Duration.ofMinutes(10);

    private final RecurringDesk desk;
    private final StartContribution startContribution;
    private final PlanShares planShares;
    private final ChargeAmount chargeAmount;
    private final OpenCheckout openCheckout;

    public StartRecurring(
            RecurringDesk desk,
            StartContribution startContribution,
            PlanShares planShares,
            ChargeAmount chargeAmount,
            OpenCheckout openCheckout) {
        this.desk = desk;
        this.startContribution = startContribution;
        this.planShares = planShares;
        this.chargeAmount = chargeAmount;
        this.openCheckout = openCheckout;
    }

    @Override
    public Contribution start(Caller caller, StartContribution.Order order, RecurringRequest.Every every) {
        UUID person = caller.require(Scope.CONTRIBUTE);
        if (order.tip().filter(Money::isPositive).isPresent()) {
            throw new Refused(RecurringRefusal.RECURRING_TIP, Map.of("field", "tip"));
        }
        Money charged = chargeAmount.toCharge(
                planShares.extra(plan(order), order.amount(), order.tip()), order.amount(), order.coverFee());
        // First of all this, so that its page is never that of a single payment.
        desk.transactions().inTurn(person, () -> store(person, order, every, charged));
        return openCheckout.open(startContribution.store(caller, order));
    }

    private PlanShares.Plan plan(StartContribution.Order order) {
        return planShares.plan(order.parts(), order.amount().currency().getCurrencyCode());
    }

    private void store(UUID person, StartContribution.Order order, RecurringRequest.Every every, Money charged) {
        PlanShares.Plan plan = plan(order);
        Extra extra = planShares.extra(plan, order.amount(), order.tip());
        planShares.shares(plan, charged.minus(extra.all()));
        Optional<Money> meant = order.coverFee() ? Optional.of(order.amount()) : Optional.empty();
        Instant now = desk.now();
        RecurringContribution wanted = RecurringContribution.started(
                order.id(), person, Every.valueOf(every.name()), plan.account(), now, now.plus(FIRST_LOOK));
        store(wanted, PaymentTerms.first(charged, meant, shares(plan), now));
    }

    private void store(RecurringContribution wanted, PaymentTerms terms) {
        if (desk.store().insert(wanted) == 1) {
            if (desk.store().countPresent(wanted.payer()) > MOST_PRESENT) {
                throw new Refused(RecurringRefusal.RECURRING_TOO_MANY, Map.of("most", MOST_PRESENT));
            }
            desk.store().insertTerms(wanted.id(), terms);
            return;
        }
        RecurringContribution stored = desk.store().find(wanted.id()).orElseThrow();
        PaymentTerms first = desk.store().terms(wanted.id()).get(0);
        boolean same = stored.payer().equals(wanted.payer())
                && stored.every() == wanted.every()
                && first.amount().equals(terms.amount())
                && first.meant().equals(terms.meant())
                && first.shares().equals(terms.shares());
        if (!same) {
            throw new Refused(TreasuryRefusal.CONTRIBUTION_EXISTS);
        }
    }

    static List<SharePlan> shares(PlanShares.Plan plan) {
        List<SharePlan> shares = new ArrayList<>();
        for (int i = 0; i < plan.parts().size(); i++) {
            PlanShares.Part part = plan.parts().get(i);
            shares.add(new SharePlan(plan.pools().get(i).ref().id(), part.bucket(), part.basisPoints()));
        }
        return shares;
    }

    @Override
    public Optional<RecurringRequest.Every> rhythmOf(UUID contribution) {
        return of(contribution)
                .flatMap(desk.store()::find)
                .map(found -> RecurringRequest.Every.valueOf(found.every().name()));
    }

    @Override
    public Optional<UUID> of(UUID contribution) {
        return desk.store()
                .find(contribution)
                .map(RecurringContribution::id)
                .or(() -> desk.store().billOf(contribution).map(Bill::recurring));
    }
}
