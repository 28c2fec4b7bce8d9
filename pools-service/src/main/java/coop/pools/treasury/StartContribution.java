package coop.pools.treasury;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payer;
import coop.pools.treasury.domain.Contribution.Terms;
import coop.pools.treasury.domain.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts a card payment into a Pool, by a person or a guest. The contribution is stored and committed first; only then
 * the processor is asked for a page to pay on, keyed by the contribution's id, so doing it twice makes one of each.
 */
public final class StartContribution {
    private final TreasuryDesk desk;
    private final Bodies bodies;
    private final ReadPeople people;
    private final PaymentProcessor processor;
    private final OpenCheckout openCheckout;

    public StartContribution(
            TreasuryDesk desk,
            Bodies bodies,
            ReadPeople people,
            PaymentProcessor processor,
            OpenCheckout openCheckout) {
        this.desk = desk;
        this.bodies = bodies;
        this.people = people;
        this.processor = processor;
        this.openCheckout = openCheckout;
    }

    /** A contribution to start; the id comes with the form or the idempotency key. Name and e-mail are a guest's. */
    public record Order(UUID id, String poolSlug, Money amount, String guestName, Optional<String> email) {}

    /**
     * The contribution with its page to pay on.
     *
     * @throws Refused NOT_FOUND, WRONG_CURRENCY, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, CURRENCY_NOT_CHARGED,
     *     CONTRIBUTION_EXISTS, SCOPE_MISSING; PROCESSOR_UNREACHABLE when it is stored but has no page yet
     */
    public Contribution start(Caller caller, Order order) {
        Contribution stored = store(caller, order);
        return openCheckout.open(stored);
    }

    /** Only stores it: for pages, which go on to the contribution's own page whatever the processor says. */
    public Contribution store(Caller caller, Order order) {
        caller.person().ifPresent(unused -> caller.require(Scope.CONTRIBUTE));
        BodyRef pool = bodies.bySlug(BodyRef.Kind.POOL, order.poolSlug())
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        checkAmount(order.amount(), bodies.read(pool).currency());
        Payer payer = payer(caller, order);
        Contribution wanted = Contribution.started(
                order.id(),
                pool.id(),
                payer,
                order.amount(),
                Terms.PLAIN,
                desk.clock().instant());
        Contribution stored = desk.transactions().inTransaction(() -> {
            if (desk.contributions().insert(wanted) == 1) {
                desk.charges()
                        .insertShares(wanted.id(), List.of(Share.of(1, pool.id(), Optional.empty(), order.amount())));
            }
            return desk.contributions().find(order.id()).orElseThrow();
        });
        if (!stored.poolId().equals(pool.id())
                || !stored.amount().equals(order.amount())
                || !stored.payer().person().equals(caller.person())) {
            throw new Refused(TreasuryRefusal.CONTRIBUTION_EXISTS);
        }
        return stored;
    }

    private Payer payer(Caller caller, Order order) {
        return caller.person()
                .map(person -> new Payer(Optional.of(person), people.name(person), Optional.empty()))
                .orElseGet(() -> new Payer(Optional.empty(), order.guestName(), order.email()));
    }

    private void checkAmount(Money amount, String currency) {
        if (!amount.currency().getCurrencyCode().equals(currency)) {
            throw new Refused(TreasuryRefusal.WRONG_CURRENCY, Map.of("field", "amount", "currency", currency));
        }
        ChargeLimits limits = processor.limits(amount.currency());
        if (!limits.supported()) {
            throw new Refused(TreasuryRefusal.CURRENCY_NOT_CHARGED, Map.of("field", "amount", "currency", currency));
        }
        Money minimum = new Money(limits.minimumMinor(), amount.currency());
        Money maximum = new Money(limits.maximumMinor(), amount.currency());
        if (minimum.isMoreThan(amount)) {
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_SMALL, Map.of("field", "amount", "minimum", minimum));
        }
        if (amount.isMoreThan(maximum)) {
            throw new Refused(TreasuryRefusal.AMOUNT_TOO_LARGE, Map.of("field", "amount", "maximum", maximum));
        }
    }
}
