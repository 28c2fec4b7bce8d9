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
import coop.pools.payout.domain.TakenBack;
import coop.pools.payout.domain.TakenBacks;
import coop.pools.reconciliation.Arrivals.Back;
import coop.pools.reconciliation.domain.ProcessorMovement;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bank has taken back a top-up that a Pool's stake came from, or a part of it. What is free of the stake, in the Flood or
 * where mergers and splits have brought it, and what the operator has of the Pool, is on its way again, as before it
 * arrived. What is spent or promised stays booked, and is a difference that stops the Pool's payouts, and those of a Flood
 * while the Pool has a stake there, until it is free or is brought again. No other Pool's stake is touched.
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

    /** Where it is kept what is handed over, and where stakes have gone since. */
    public record Desk(HandOverStore handOvers, PayoutStore payouts, StakesMoved moved) {}

    /** The Floods are held first, then the payout, then the books. */
    Back takeBack(ProcessorMovement back, String topUp, UUID reference) {
        Optional<HandOver> handOver = desk.handOvers().find(reference);
        if (handOver.isEmpty()) {
            return Back.NOTHING;
        }
        UUID pool = desk.payouts().find(reference).orElseThrow().body().id();
        Set<UUID> floods = desk.moved().hold(handOver.get().flood(), pool);
        Payout payout = desk.payouts().lock(reference).orElseThrow();
        Instant now = clock.instant();
        if (backs(payout).of(back.id()).isEmpty()) {
            if (!fits(back, backs(payout).leftOf(topUp))) {
                LOG.error("{} takes back {} of payout {}: it needs an operator", back.id(), back.net(), reference);
                return Back.NOTHING;
            }
            Money amount = back.net().negated();
            desk.handOvers()
                    .insertBack(
                            new TakenBack(back.id(), topUp, reference, amount.minorUnits(), 0, Optional.empty(), false),
                            now);
            tell.takenBack(payout, back.id(), amount, floods);
        }
        TakenBack known = backs(payout).of(back.id()).orElseThrow();
        return known.isDone() ? Back.ALL : book(new Taking(payout, known, floods), handOver.get(), now);
    }

    private TakenBacks backs(Payout payout) {
        return new TakenBacks(payout.amount(), desk.handOvers().backs(payout.id()));
    }

    private static boolean fits(ProcessorMovement back, Money left) {
        Money amount = back.net().negated();
        return back.amount().equals(back.net())
                && amount.currency().equals(left.currency())
                && amount.isPositive()
                && !amount.isMoreThan(left);
    }

    /** What is taken back, and where it is looked for. */
    private record Taking(Payout payout, TakenBack known, Set<UUID> floods) {
        Money rest() {
            return new Money(
                    known.amountMinor() - known.bookedMinor(), payout.amount().currency());
        }
    }

    private Back book(Taking taking, HandOver handOver, Instant now) {
        Payout payout = taking.payout();
        String movement = taking.known().movement();
        Money rest = moved(taking, handOver, now);
        taking.floods().forEach(flood -> desk.handOvers().lookedIn(movement, flood));
        desk.handOvers().booked(movement, taking.known().amountMinor() - rest.minorUnits());
        if (rest.isPositive()) {
            return Back.PART;
        }
        if (backs(payout).isAllBooked()) {
            desk.handOvers().goneAgain(payout.id());
        }
        return Back.ALL;
    }

    /** Answers what of it is not there. */
    private Money moved(Taking taking, HandOver handOver, Instant now) {
        Payout payout = taking.payout();
        Member pool = places.member(payout.body().id());
        Flood first = places.flood(handOver.flood());
        Moves moves = new Moves(ledger, "A bank took back what " + pool.name() + " had handed over to " + first.name());
        Money rest = taking.rest();
        // Where stewards' words had ended it, it counts again as they said.
        boolean late = TakeStakes.isLate(payout);
        String to = late ? Accounts.AVAILABLE : Accounts.onTheWayTo(first.slug());
        for (UUID id : late ? Set.<UUID>of() : taking.floods()) {
            Flood flood = places.flood(id);
            // Where an operator holds the Pool's money by then, a stake that moved can be kept in its book.
            for (Fund fund : id.equals(first.id()) ? Set.of(Fund.TRANSFER) : EnumSet.allOf(Fund.class)) {
                Money part = least(rest, moves.holding(id, pool).free().get(fund));
                moves.add(pool.id(), to, fund.atPool(flood.slug()), part);
                moves.add(id, fund.free(pool.key()), fund.asset(Accounts.AVAILABLE), part);
                rest = rest.minus(part);
            }
        }
        Money there = least(
                rest, moves.accounts(pool.id()).getOrDefault(Accounts.WITH_OPERATOR, Money.zero(rest.currency())));
        moves.add(pool.id(), to, Accounts.WITH_OPERATOR, there);
        UUID cause = IdSource.derivedId(
                "taken-back",
                taking.known().movement(),
                String.valueOf(taking.known().bookedMinor()));
        moves.post(new Cause(TAKEN_BACK, cause), now, "processor");
        return rest.minus(there);
    }

    private static Money least(Money one, Money other) {
        return one.isMoreThan(other) ? other : one;
    }
}
