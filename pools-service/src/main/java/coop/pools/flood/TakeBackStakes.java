package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.payout.HandOverStore;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.TellOfArrivals;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payout;
import coop.pools.reconciliation.Arrivals.Back;
import coop.pools.reconciliation.domain.ProcessorMovement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bank has taken back a top-up that a Pool's stake came from. What is free of the stake, and what the operator has of the
 * Pool, is on its way again, as before it arrived. What is spent or promised stays booked, and is a difference that stops
 * the Pool's payouts, and the Flood's while the Pool has a stake there, until it is free or is brought again. No other
 * Pool's stake is touched.
 */
public final class TakeBackStakes {
    private static final Logger LOG = LoggerFactory.getLogger(TakeBackStakes.class);
    private static final String TAKEN_BACK = "flood-taken-back";

    private final Desk desk;
    private final Places places;
    private final Ledger ledger;
    private final TellOfArrivals tell;
    private final Clock clock;

    public TakeBackStakes(Desk desk, Places places, Ledger ledger, TellOfArrivals tell, Clock clock) {
        this.desk = desk;
        this.places = places;
        this.ledger = ledger;
        this.tell = tell;
        this.clock = clock;
    }

    /** Where it is kept what is handed over. */
    public record Desk(HandOverStore handOvers, PayoutStore payouts) {}

    /** The Flood is held first, then the payout, then the books. */
    Back takeBack(ProcessorMovement back, String topUp, UUID reference) {
        Optional<HandOver> handOver = desk.handOvers().find(reference);
        if (handOver.isEmpty()) {
            return Back.NOTHING;
        }
        Flood flood = places.lock(handOver.get().flood());
        Payout payout = desk.payouts().lock(reference).orElseThrow();
        if (!back.net().negated().equals(payout.amount())) {
            LOG.error("{} takes back {} of payout {}: it needs an operator", back.id(), back.net(), reference);
            return Back.NOTHING;
        }
        Instant now = clock.instant();
        if (desk.handOvers().insertBack(back.id(), topUp, reference, now) > 0) {
            tell.takenBack(payout, back.id(), flood.id());
        }
        HandOverStore.Back known = desk.handOvers().back(back.id()).orElseThrow();
        if (known.madeGoodBy().isPresent()) {
            return Back.ALL;
        }
        Money before = new Money(known.bookedMinor(), payout.amount().currency());
        Money booked = before.plus(book(flood, payout, back.id(), before, now));
        desk.handOvers().booked(back.id(), booked.minorUnits());
        if (!booked.equals(payout.amount())) {
            return Back.PART;
        }
        desk.handOvers().goneAgain(reference);
        return Back.ALL;
    }

    private Money book(Flood flood, Payout payout, String movement, Money before, Instant now) {
        Member pool = places.member(payout.body().id());
        Moves moves = new Moves(ledger, "A bank took back what " + pool.name() + " had handed over to " + flood.name());
        Money rest = payout.amount().minus(before);
        // Where stewards' words had ended it, it counts again as they said.
        String to = TakeStakes.isLate(payout) ? Accounts.AVAILABLE : Accounts.onTheWayTo(flood.slug());
        Money stake = TakeStakes.isLate(payout)
                ? Money.zero(rest.currency())
                : least(rest, moves.holding(flood.id(), pool).free().get(Fund.TRANSFER));
        moves.add(pool.id(), to, Fund.TRANSFER.atPool(flood.slug()), stake);
        moves.add(flood.id(), Fund.TRANSFER.free(pool.key()), Fund.TRANSFER.asset(Accounts.AVAILABLE), stake);
        Money there = least(
                rest.minus(stake),
                moves.accounts(pool.id()).getOrDefault(Accounts.WITH_OPERATOR, Money.zero(rest.currency())));
        moves.add(pool.id(), to, Accounts.WITH_OPERATOR, there);
        UUID cause = IdSource.derivedId("taken-back", movement, String.valueOf(before.minorUnits()));
        moves.post(new Cause(TAKEN_BACK, cause), now, "processor");
        return stake.plus(there);
    }

    private static Money least(Money one, Money other) {
        return one.isMoreThan(other) ? other : one;
    }
}
