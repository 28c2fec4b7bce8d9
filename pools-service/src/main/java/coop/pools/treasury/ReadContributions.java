package coop.pools.treasury;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.treasury.domain.Contribution;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Contributions as they stand, and what paying one costs. */
public final class ReadContributions {
    private final ContributionStore store;
    private final Bodies bodies;
    private final PaymentProcessor processor;

    public ReadContributions(ContributionStore store, Bodies bodies, PaymentProcessor processor) {
        this.store = store;
        this.bodies = bodies;
        this.processor = processor;
    }

    /** @throws Refused NOT_FOUND */
    public Contribution byId(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The caller's own, the newest first. */
    public List<Contribution> mine(Caller caller, int limit) {
        return store.ofPerson(caller.require(Scope.READ), limit);
    }

    /** The Pool that can be contributed to. Refused with NOT_FOUND when there is none. */
    public Bodies.Body pool(String slug) {
        BodyRef ref = bodies.bySlug(BodyRef.Kind.POOL, slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return bodies.read(ref);
    }

    public Bodies.Body poolOf(Contribution contribution) {
        return bodies.read(BodyRef.pool(contribution.poolId()));
    }

    /** The card fee to expect; the books only ever use the exact one. */
    public Money expectedFee(Money amount) {
        return new Money(processor.estimateFee(amount.minorUnits(), amount.currency()), amount.currency());
    }

    public ChargeLimits limits(Currency currency) {
        return processor.limits(currency);
    }
}
