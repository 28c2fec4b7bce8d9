package coop.pools.treasury;

import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payer;
import coop.pools.treasury.domain.Contribution.Terms;
import coop.pools.treasury.domain.Expected;
import coop.pools.treasury.domain.Extra;
import coop.pools.treasury.domain.Share;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Starts a card payment into one or several Pools, by a person or a guest. The contribution is stored and committed
 * first; only then the processor is asked for a page to pay on, keyed by the contribution's id, so doing it twice makes
 * one of each.
 */
public final class StartContribution {
    private final TreasuryDesk desk;
    private final ReadPeople people;
    private final PlanShares planShares;
    private final ChargeAmount chargeAmount;
    private final OpenCheckout openCheckout;

    public StartContribution(
            TreasuryDesk desk,
            ReadPeople people,
            PlanShares planShares,
            ChargeAmount chargeAmount,
            OpenCheckout openCheckout) {
        this.desk = desk;
        this.people = people;
        this.planShares = planShares;
        this.chargeAmount = chargeAmount;
        this.openCheckout = openCheckout;
    }

    /**
     * A contribution to start; the id comes with the form or the idempotency key. Name and e-mail are a guest's.
     *
     * @param amount what is meant for the Pools
     * @param coverFee whether the card is charged so much more that the amount is left after the fee to expect
     * @param parts where it goes, at least one; their basis points are a whole
     * @param tip for the platform, on top of the amount; empty or zero for none
     */
    public record Order(
            UUID id,
            Money amount,
            boolean coverFee,
            List<Part> parts,
            String guestName,
            Optional<String> email,
            Optional<Money> tip) {
        public Order {
            parts = List.copyOf(parts);
        }

        /** Without a tip. */
        public Order(
                UUID id, Money amount, boolean coverFee, List<Part> parts, String guestName, Optional<String> email) {
            this(id, amount, coverFee, parts, guestName, email, Optional.empty());
        }

        /** What the payer means to pay before card fees; without a tip that is refused in any case. */
        public Money wanted() {
            return tip.filter(some -> some.currency().equals(amount.currency()))
                    .filter(some -> some.minorUnits() <= Long.MAX_VALUE - amount.minorUnits())
                    .map(amount::plus)
                    .orElse(amount);
        }

        /** The whole amount into one Pool, the fee out of it. */
        public Order(UUID id, String poolSlug, Money amount, String guestName, Optional<String> email) {
            this(id, amount, false, Part.whole(poolSlug), guestName, email);
        }
    }

    /**
     * The contribution with its page to pay on.
     *
     * @throws Refused NOT_FOUND, WRONG_CURRENCY, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, CURRENCY_NOT_CHARGED,
     *     CONTRIBUTION_EXISTS, SCOPE_MISSING, NO_SUCH_BUCKET, SPLIT_NOT_WHOLE, SPLIT_TOO_MANY, SPLIT_TWICE,
     *     SPLIT_TOO_SMALL, SPLIT_CUSTODY, TIP_NOT_TAKEN, TIP_TOO_LARGE; PROCESSOR_UNREACHABLE when it is stored but has no page yet
     */
    public Contribution start(Caller caller, Order order) {
        Contribution stored = store(caller, order);
        return openCheckout.open(stored);
    }

    /** Refuses what {@link #start} would refuse of an order's values, and says what is to be expected; stores nothing. */
    public Expected check(Order order) {
        PlanShares.Plan plan = plan(order);
        Extra extra = planShares.extra(plan, order.amount(), order.tip());
        Money charged = charged(order, extra);
        List<Share> shares = planShares.shares(plan, charged.minus(extra.all()));
        return Expected.of(charged, chargeAmount.expectedFee(charged), extra, shares);
    }

    private PlanShares.Plan plan(Order order) {
        return planShares.plan(order.parts(), order.amount().currency().getCurrencyCode());
    }

    boolean isHeldByOperator(UUID pool) {
        return planShares.takesPartOfACharge(pool);
    }

    boolean takesIn(UUID pool) {
        return planShares.takesIn(pool);
    }

    /** What the card is charged; the least counts for what is given, without the tip. */
    private Money charged(Order order, Extra extra) {
        chargeAmount.requireEnough(order.amount());
        return chargeAmount.toCharge(extra, order.wanted(), order.coverFee());
    }

    /** Only stores it: for pages, which go on to the contribution's own page whatever the processor says. */
    public Contribution store(Caller caller, Order order) {
        caller.person().ifPresent(unused -> caller.require(Scope.CONTRIBUTE));
        Money charged = charged(order, planShares.extra(plan(order), order.amount(), order.tip()));
        return desk.transactions().inTransaction(() -> stored(caller, order, charged));
    }

    /** Planned in the transaction that stores it: who holds the Pools' money does not change in between. */
    private Contribution stored(Caller caller, Order order, Money charged) {
        PlanShares.Plan plan = plan(order);
        Extra extra = planShares.extra(plan, order.amount(), order.tip());
        List<Share> shares = planShares.shares(plan, charged.minus(extra.all()));
        Optional<Money> meant = order.coverFee() ? Optional.of(order.amount()) : Optional.empty();
        Contribution wanted = Contribution.started(
                order.id(),
                shares.get(0).pool(),
                payer(caller, order),
                charged,
                new Terms(meant, plan.account()),
                desk.clock().instant());
        if (desk.contributions().insert(wanted) == 1) {
            desk.charges().insertShares(wanted.id(), planShares.with(extra, wanted.id(), shares));
        }
        Contribution stored = desk.contributions().find(order.id()).orElseThrow();
        if (!same(stored, wanted) || !same(ofPools(order.id()), shares)) {
            throw new Refused(TreasuryRefusal.CONTRIBUTION_EXISTS);
        }
        return stored;
    }

    private static boolean same(Contribution stored, Contribution wanted) {
        return stored.amount().equals(wanted.amount())
                && stored.terms().meant().equals(wanted.terms().meant())
                && stored.payer().person().equals(wanted.payer().person());
    }

    private List<Share> ofPools(UUID contribution) {
        return desk.charges().shares(contribution).stream()
                .filter(Share::isOfPool)
                .toList();
    }

    private static boolean same(List<Share> stored, List<Share> wanted) {
        return stored.size() == wanted.size()
                && IntStream.range(0, stored.size()).allMatch(i -> stored.get(i).sameAs(wanted.get(i)));
    }

    private Payer payer(Caller caller, Order order) {
        return caller.person()
                .map(person -> new Payer(Optional.of(person), people.name(person), Optional.empty()))
                .orElseGet(() -> new Payer(Optional.empty(), order.guestName(), order.email()));
    }
}
