package coop.pools.commons;

import coop.pools.commons.domain.Schedule;
import coop.pools.flood.OpenCommons;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import coop.pools.treasury.PlatformPart;
import coop.pools.treasury.domain.Extra;
import coop.pools.treasury.domain.Share;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Divides fee and tip between the commons and the operator, by the share in force when a payment begins. Fractions of
 * the smallest unit go to the commons.
 */
public final class DividePlatformPart implements PlatformPart {
    private final CommonsPlan plan;
    private final CommonsStore store;
    private final OpenCommonsBooks books;
    private final Predicate<UUID> ownAccount;
    private final Clock clock;

    /** @param ownAccount whether a Pool has an account of its own, where nothing is asked for */
    public DividePlatformPart(
            CommonsPlan plan, CommonsStore store, OpenCommonsBooks books, Predicate<UUID> ownAccount, Clock clock) {
        this.plan = plan;
        this.store = store;
        this.books = books;
        this.ownAccount = ownAccount;
        this.clock = clock;
    }

    @Override
    public Offer offer() {
        return new Offer(plan.feeBasisPoints(), plan.tips(), plan.isOn() ? present() : 0);
    }

    @Override
    public boolean takesOn(UUID pool) {
        return !ownAccount.test(pool);
    }

    @Override
    public List<Portion> keep(UUID contribution, Extra extra) {
        Currency currency = extra.fee().currency();
        store.insertPart(contribution, currency.getCurrencyCode(), new Kept(extra, present()));
        int share = store.part(contribution).orElseThrow().communityBasisPoints();
        books.open(currency, plan.operator());
        Money community = community(extra.all(), share);
        List<Portion> portions = new ArrayList<>();
        add(portions, OpenCommons.idOf(currency), Share.Part.COMMUNITY, community);
        add(
                portions,
                OpenCommonsBooks.operatorBook(currency),
                Share.Part.OPERATOR,
                extra.all().minus(community));
        return portions;
    }

    private int present() {
        return new Schedule(store.stretches()).at(clock.instant());
    }

    private static void add(List<Portion> portions, UUID book, Share.Part part, Money amount) {
        if (amount.isPositive()) {
            portions.add(new Portion(book, part, amount));
        }
    }

    static Money community(Money all, int basisPoints) {
        long product = Math.multiplyExact(all.minorUnits(), (long) basisPoints);
        return new Money((product + BasisPoints.WHOLE - 1) / BasisPoints.WHOLE, all.currency());
    }

    @Override
    public Optional<Kept> of(UUID contribution) {
        return store.part(contribution);
    }
}
