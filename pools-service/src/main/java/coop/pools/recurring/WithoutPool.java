package coop.pools.recurring;

import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.kernel.Money;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.SharePlan;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.PlanShares;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is left of a recurring contribution that no longer goes to one of its Pools. */
final class WithoutPool {
    private final RecurringDesk desk;
    private final PlanShares planShares;
    private final ChargeAmount chargeAmount;

    WithoutPool(RecurringDesk desk, PlanShares planShares, ChargeAmount chargeAmount) {
        this.desk = desk;
        this.planShares = planShares;
        this.chargeAmount = chargeAmount;
    }

    /** What is charged without a Pool. */
    record Less(Money charged, Optional<Money> meant, List<SharePlan> shares) {}

    /** Empty where nothing or too little would be left. Asks for the limits of charges: outside transactions. */
    Optional<Less> of(UUID recurring, PaymentTerms terms, UUID pool) {
        List<SharePlan> others = terms.without(pool);
        Money whole = terms.given().minus(terms.givenTo(pool));
        ChargeLimits limits = chargeAmount.limits(whole.currency());
        // In some currencies only multiples of a step are charged; the payer is never charged more than before.
        Money left = new Money(whole.minorUnits() - whole.minorUnits() % limits.stepMinor(), whole.currency());
        long least = limits.minimumMinor();
        if (others.isEmpty() || left.minorUnits() < least) {
            return Optional.empty();
        }
        Money charged = chargeAmount.toCharge(
                planShares.extraOf(recurring, left), left, terms.meant().isPresent());
        boolean everybodyGetsSome = terms.next(0, charged, Optional.empty(), others, desk.now()).parts().stream()
                .allMatch(Money::isPositive);
        return everybodyGetsSome
                ? Optional.of(new Less(charged, terms.meant().map(unused -> left), others))
                : Optional.empty();
    }
}
