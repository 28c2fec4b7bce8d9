package coop.pools.recurring;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.PaymentTerms;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.domain.SharePlan;
import coop.pools.treasury.BookContribution.Arrived;
import coop.pools.treasury.EventState;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.TakeRenewal;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payer;
import coop.pools.treasury.domain.Contribution.Terms;
import coop.pools.treasury.domain.Extra;
import coop.pools.treasury.domain.Share;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Books a paid bill as a contribution, split by the terms that were in force when it was charged. One that fits no
 * terms is set aside, never booked by guessing. Called inside a transaction, with the recurring contribution locked.
 */
public final class BookBill {
    private final RecurringDesk desk;
    private final Bodies bodies;
    private final ReadPeople people;
    private final PlanShares planShares;
    private final TakeRenewal takeRenewal;

    public BookBill(
            RecurringDesk desk, Bodies bodies, ReadPeople people, PlanShares planShares, TakeRenewal takeRenewal) {
        this.desk = desk;
        this.bodies = bodies;
        this.people = people;
        this.planShares = planShares;
        this.takeRenewal = takeRenewal;
    }

    Bill book(RecurringContribution recurring, Bill bill, Optional<String> paymentId) {
        if (!bill.amount().isPositive()) {
            return bill.dropped();
        }
        if (paymentId.isEmpty()) {
            return bill.setAside("Paid without a card payment");
        }
        return PaymentTerms.inForce(desk.store().terms(recurring.id()), bill.createdAt(), bill.amount())
                .map(terms -> book(recurring, bill, terms, paymentId.get()))
                .orElseGet(() -> bill.setAside("The amount is not what was agreed"));
    }

    private Bill book(RecurringContribution recurring, Bill bill, PaymentTerms terms, String paymentId) {
        boolean first = terms.no() == 1 && desk.store().billOf(recurring.id()).isEmpty();
        UUID id = first ? recurring.id() : IdSource.derivedId("renewal", bill.id());
        Money amount = bill.amount();
        Extra extra = recurring.account().isEmpty()
                ? planShares.extraOf(recurring.id(), terms.given())
                : Extra.of(0, amount, Money.zero(amount.currency()));
        Money left = amount.minus(extra.all());
        List<Share> shares = planShares.shares(plan(recurring, terms, left), left);
        Contribution wanted = Contribution.started(
                id,
                shares.get(0).pool(),
                new Payer(Optional.of(recurring.payer()), people.name(recurring.payer()), Optional.empty()),
                amount,
                new Terms(terms.meant(), recurring.account()),
                desk.now());
        TakeRenewal.Taken taken = takeRenewal.take(
                wanted,
                () -> planShares.with(extra, id, shares),
                new Arrived(paymentId, amount.minorUnits(), amount.currency(), Optional.empty()));
        return taken.verdict().state() == EventState.SET_ASIDE
                ? bill.setAside(taken.verdict().reason())
                : bill.booked(taken.contribution());
    }

    /** Where the terms say. The money is charged already: a part that would get nothing of it is left out. */
    private PlanShares.Plan plan(RecurringContribution recurring, PaymentTerms terms, Money amount) {
        List<Money> amounts = PlanShares.amounts(
                amount, terms.shares().stream().map(SharePlan::basisPoints).toList());
        List<SharePlan> shares = IntStream.range(0, amounts.size())
                .filter(i -> amounts.get(i).isPositive())
                .mapToObj(terms.shares()::get)
                .toList();
        List<Bodies.Body> pools = shares.stream()
                .map(SharePlan::pool)
                .map(pool -> bodies.read(BodyRef.pool(pool)))
                .toList();
        List<PlanShares.Part> parts = shares.stream()
                .map(share -> new PlanShares.Part(
                        bodies.read(BodyRef.pool(share.pool())).slug(), share.bucket(), share.basisPoints()))
                .toList();
        return new PlanShares.Plan(pools, parts, recurring.account());
    }
}
