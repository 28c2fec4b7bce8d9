package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.kernel.IdSource;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.HandOverStore;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.TellOfArrivals;
import coop.pools.payout.TellOfArrivals.Arrived;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
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
    public record Books(Ledger ledger, BookLateArrival late, TellOfArrivals tell) {}

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
        boolean again = handOvers.find(reference).flatMap(HandOver::arrivedAt).isPresent();
        books.tell().other(payouts.find(reference).orElseThrow(), movement.id(), movement.amount(), again);
    }

    /** The Flood is held first, then the payout, then the books, as by whoever else holds several. */
    @Override
    public Taken take(ProcessorMovement movement, UUID reference) {
        Optional<HandOver> named = handOvers.find(reference);
        if (named.isEmpty() || named.get().arrivedAt().isPresent()) {
            return Taken.NEVER;
        }
        Flood flood = places.lock(named.get().flood());
        Payout payout = payouts.lock(reference).orElseThrow();
        Instant now = clock.instant();
        if (!movement.amount().equals(payout.amount()) || !movement.net().equals(payout.amount())) {
            return Taken.NEVER;
        }
        boolean late = payout.state() == PayoutState.FAILED || payout.state() == PayoutState.REVERSED;
        if (movement.availableOn().isAfter(now) || payout.state() != PayoutState.PAID && !late) {
            // Nobody could be paid from it yet, or nobody has said that it was sent.
            return Taken.LATER;
        }
        if (handOvers.arrived(payout.id(), now, movement.id()) == 0) {
            return Taken.NEVER;
        }
        Member pool = places.member(payout.body().id());
        boolean member =
                flood.state() == FloodState.ACTIVE && places.joined(flood.id()).contains(pool.id());
        if (late) {
            books.late().book(payout, pool, now);
        } else if (member) {
            stake(flood, pool, payout, now);
        } else {
            keep(flood, pool, payout, now);
        }
        books.tell().arrived(payout, late ? Arrived.LATE : member ? Arrived.STAKE : Arrived.TO_GO_HOME);
        return Taken.NOW;
    }

    private void stake(Flood flood, Member pool, Payout payout, Instant now) {
        boolean pledged = payout.ground().isPledge();
        String memo = pool.name() + " has handed money over to " + flood.name()
                + (pledged ? ", as pledged" : ", by its own vote");
        // A vote to give has one payout, a pledge one for each month.
        Cause cause = pledged
                ? new Cause(CarryOutPledges.PLEDGED, payout.id())
                : new Cause(FloodBooks.FUNDED, payout.ground().id());
        Reason reason = new Reason(cause, payout.ground().actor(), memo, now);
        Moves moves = new Moves(books.ledger(), reason.memo());
        FloodBooks.addStake(moves, flood, pool, Accounts.onTheWayTo(flood.slug()), payout.amount());
        if (!moves.post(reason.cause(), now, reason.actor())) {
            throw new IllegalStateException("payout " + payout.id() + " is a stake already");
        }
    }

    private void keep(Flood flood, Member pool, Payout payout, Instant now) {
        Transfer transfer = new Transfer(
                Accounts.WITH_OPERATOR,
                Accounts.onTheWayTo(flood.slug()),
                payout.amount(),
                "Came to the operator when " + pool.name() + " was not in " + flood.name() + " any more");
        Cause cause = new Cause(
                FloodBooks.LEFT, IdSource.derivedId("came-late", payout.id().toString()));
        books.ledger().post(new Posting(pool.id(), cause, now, payout.ground().actor(), List.of(transfer)));
    }
}
