package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.payout.HandOverStore;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.TellOfArrivals;
import coop.pools.payout.TellOfArrivals.Arrived;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.TakenBack;
import coop.pools.payout.domain.TakenBacks;
import coop.pools.reconciliation.Arrivals;
import coop.pools.reconciliation.domain.ProcessorMovement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a Pool with an account of its own has handed over to a Flood's holder is its stake when it has arrived, exactly as
 * it was sent. Where the Pool has left meanwhile, the Flood has ended, or two stewards have said that it came back or could
 * not be sent, it is the Pool's money with the operator.
 */
public final class TakeStakes implements Arrivals {
    private final HandOverStore handOvers;
    private final PayoutStore payouts;
    private final Places places;
    private final Books books;
    private final Clock clock;

    public TakeStakes(HandOverStore handOvers, PayoutStore payouts, Places places, Books books, Clock clock) {
        this.handOvers = handOvers;
        this.payouts = payouts;
        this.places = places;
        this.books = books;
        this.clock = clock;
    }

    /** Where what arrives is booked, and who is told. */
    public record Books(Ledger ledger, BookLateArrival late, TakeBackStakes taken, TellOfArrivals tell) {}

    @Override
    public Optional<Instant> newest() {
        return handOvers.newestAwaited();
    }

    @Override
    public Optional<UUID> namedIn(String words) {
        return HandOver.numbersIn(words).stream()
                .filter(number -> handOvers.find(number).isPresent())
                .findFirst();
    }

    @Override
    public void tellOther(ProcessorMovement movement, UUID reference) {
        Payout payout = payouts.find(reference).orElseThrow();
        boolean arrived = handOvers.find(reference).flatMap(HandOver::arrivedAt).isPresent();
        TakenBacks backs = backs(payout);
        Optional<Money> awaited =
                Optional.of(arrived ? backs.openSum() : payout.amount()).filter(Money::isPositive);
        books.tell().other(payout, movement.id(), movement.amount(), awaited);
    }

    @Override
    public List<Money> awaited(UUID reference) {
        Optional<HandOver> handOver = handOvers.find(reference);
        if (handOver.isEmpty()) {
            return List.of();
        }
        Payout payout = payouts.find(reference).orElseThrow();
        return handOver.get().arrivedAt().isPresent() ? backs(payout).awaited() : List.of(payout.amount());
    }

    private TakenBacks backs(Payout payout) {
        return new TakenBacks(payout.amount(), handOvers.backs(payout.id()));
    }

    /** The Flood is held first, then the payout, then the books, as by whoever else holds several. */
    @Override
    public Taken take(ProcessorMovement movement, UUID reference) {
        Optional<HandOver> named = handOvers.find(reference);
        if (named.isEmpty()) {
            return Taken.NEVER;
        }
        Flood flood = places.lock(named.get().flood());
        Payout payout = payouts.lock(reference).orElseThrow();
        Instant now = clock.instant();
        boolean arrived = handOvers.find(reference).flatMap(HandOver::arrivedAt).isPresent();
        TakenBacks backs = backs(payout);
        List<TakenBack> meant = arrived ? backs.meantBy(movement.amount()) : List.of();
        boolean fits = arrived ? !meant.isEmpty() : movement.amount().equals(payout.amount());
        if (!fits || !movement.net().equals(movement.amount())) {
            return Taken.NEVER;
        }
        if (movement.availableOn().isAfter(now) || payout.state() != PayoutState.PAID && !isLate(payout)) {
            // Nobody could be paid from it yet, or nobody has said that it was sent.
            return Taken.LATER;
        }
        Coming coming = new Coming(
                payout,
                arrived ? backs.booked(meant) : payout.amount(),
                places.member(payout.body().id()),
                backs.timesOver() + (arrived ? 1 : 0));
        if (arrived) {
            meant.forEach(back -> handOvers.madeGood(back.movement(), movement.id()));
        } else {
            handOvers.arrived(payout.id(), now, movement.id());
        }
        books.tell().arrived(payout, movement.id(), movement.amount(), book(flood, coming, now));
        return Taken.NOW;
    }

    @Override
    public Back takeBack(ProcessorMovement back, String topUp, UUID reference) {
        return books.taken().takeBack(back, topUp, reference);
    }

    /**
     * What has come.
     *
     * @param amount all of it, or what was booked as taken back
     * @param times how often it was taken back before
     */
    private record Coming(Payout payout, Money amount, Member pool, int times) {
        UUID cause(UUID first, String name) {
            return times == 0 ? first : IdSource.derivedId(name, payout.id().toString(), Integer.toString(times));
        }
    }

    static boolean isLate(Payout payout) {
        return payout.state() == PayoutState.FAILED || payout.state() == PayoutState.REVERSED;
    }

    private Arrived book(Flood flood, Coming coming, Instant now) {
        if (isLate(coming.payout())) {
            books.late().book(coming.payout(), coming.amount(), coming.pool(), coming.times(), now);
            return Arrived.LATE;
        }
        boolean member = flood.state() == FloodState.ACTIVE
                && places.joined(flood.id()).contains(coming.pool().id());
        if (member) {
            stake(flood, coming, now);
        } else {
            keep(flood, coming, now);
        }
        return member ? Arrived.STAKE : Arrived.TO_GO_HOME;
    }

    private void stake(Flood flood, Coming coming, Instant now) {
        Payout payout = coming.payout();
        boolean pledged = payout.ground().isPledge();
        String memo = coming.pool().name() + " has handed money over to " + flood.name()
                + (pledged ? ", as pledged" : ", by its own vote");
        // A vote to give has one payout, a pledge one for each month.
        UUID first = pledged ? payout.id() : payout.ground().id();
        Cause cause =
                new Cause(pledged ? CarryOutPledges.PLEDGED : FloodBooks.FUNDED, coming.cause(first, "arrived-again"));
        Moves moves = new Moves(books.ledger(), memo);
        FloodBooks.addStake(moves, flood, coming.pool(), Accounts.onTheWayTo(flood.slug()), coming.amount());
        if (!moves.post(cause, now, payout.ground().actor()) && coming.amount().isPositive()) {
            throw new IllegalStateException("payout " + payout.id() + " is a stake already");
        }
    }

    private void keep(Flood flood, Coming coming, Instant now) {
        Payout payout = coming.payout();
        UUID first = IdSource.derivedId("came-late", payout.id().toString());
        Moves moves = new Moves(
                books.ledger(),
                "Came to the operator when " + coming.pool().name() + " was not in " + flood.name() + " any more");
        moves.add(coming.pool().id(), Accounts.WITH_OPERATOR, Accounts.onTheWayTo(flood.slug()), coming.amount());
        moves.post(
                new Cause(FloodBooks.LEFT, coming.cause(first, "came-again")),
                now,
                payout.ground().actor());
    }
}
