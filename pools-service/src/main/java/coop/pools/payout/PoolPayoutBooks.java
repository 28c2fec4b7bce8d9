package coop.pools.payout;

import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.treasury.MoneyPlaces;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payouts in a Pool's own book. */
public final class PoolPayoutBooks implements PayoutBooks {
    private static final String RESERVED = "payout-reserved";

    private final Ledger ledger;
    private final PayeeStore payees;
    private final HandOverStore handOvers;
    private final Clock clock;
    private final Home home;

    /** From which nothing goes home. */
    public PoolPayoutBooks(Ledger ledger, PayeeStore payees, HandOverStore handOvers, Clock clock) {
        this(ledger, payees, handOvers, clock, new Home(HomeStops.NONE, Optional.empty(), MoneyPlaces.AT_OPERATOR));
    }

    public PoolPayoutBooks(Ledger ledger, PayeeStore payees, HandOverStore handOvers, Clock clock, Home home) {
        this.ledger = ledger;
        this.payees = payees;
        this.handOvers = handOvers;
        this.clock = clock;
        this.home = home;
    }

    /**
     * What goes home.
     *
     * @param stops what stops it
     * @param freezes where a Pool is stopped that has spent what was taken back from there
     * @param places where the Pool's money is by then
     */
    public record Home(HomeStops stops, Optional<Freezes> freezes, MoneyPlaces places) {}

    @Override
    public void hold(Payout payout) {
        ledger.hold(payout.body().id());
    }

    @Override
    public void reserve(Payout payout, Optional<String> bucket) {
        String actor = payout.ground().actor();
        String free = payout.ground().isHome() ? Accounts.WITH_OPERATOR : Accounts.AVAILABLE;
        String source = bucket.map(Accounts::bucket).orElse(free);
        post(payout, RESERVED, actor, aside(payout), source, payout.amount(), "Set aside for ");
    }

    @Override
    public Optional<String> stoppedAt(Payout payout) {
        boolean stopped = payout.ground().isHome()
                && home.stops().isLacking(payout.amount().currency());
        return stopped ? Optional.of("the operator") : Optional.empty();
    }

    @Override
    public void paid(Payout payout) {
        Optional<HandOver> handOver = handOvers.find(payout.id());
        String words =
                payout.ground().isHome() ? "Came home to " : handOver.isPresent() ? "On its way to " : "Paid to ";
        post(payout, "payout-paid", actor(payout), spent(payout, handOver), aside(payout), payout.amount(), words);
    }

    @Override
    public void release(Payout payout) {
        post(
                payout,
                "payout-released",
                actor(payout),
                source(payout),
                aside(payout),
                payout.amount(),
                "Could not be paid to ");
    }

    @Override
    public void requireMayComeBack(Payout payout) {
        if (handOvers.find(payout.id()).flatMap(HandOver::arrivedAt).isPresent()) {
            throw new Refused(PayoutRefusal.HAS_ARRIVED);
        }
    }

    @Override
    public Optional<Instant> wentAgainAt(Payout payout) {
        return handOvers.takenBackAt(payout.id());
    }

    @Override
    public void reverse(Payout payout, Money cameBack) {
        requireMayComeBack(payout);
        Optional<HandOver> handOver = handOvers.find(payout.id());
        Money booked = Reversals.booked(ledger, payout);
        if (cameBack.isMoreThan(booked)) {
            String cause = Reversals.next(ledger, payout);
            Money part = cameBack.minus(booked);
            if (payout.ground().isHome()) {
                takenFromHome(payout, cause, part);
                return;
            }
            post(payout, cause, actor(payout), source(payout), spent(payout, handOver), part, "Came back from ");
        }
    }

    /**
     * The Pool may have spent it by then: that is lacking, until more comes in. Where the operator holds the Pool's money
     * by then, it is there at once, and what the former account did not have any more is owed to it.
     */
    private void takenFromHome(Payout payout, String cause, Money part) {
        UUID pool = payout.body().id();
        boolean own = home.places().of(pool).isPresent();
        ledger.hold(pool);
        String from = own ? Accounts.AVAILABLE : Accounts.ON_OWN_ACCOUNT;
        Money left = ledger.balance(pool, from);
        Money there = part.isMoreThan(left) ? left : part;
        Money lacking = part.minus(there);
        List<Transfer> transfers = new ArrayList<>();
        if (there.isPositive()) {
            transfers.add(moved(payout, own ? source(payout) : Accounts.AVAILABLE, from, there, "Taken back from "));
        }
        if (lacking.isPositive()) {
            String to = own ? source(payout) : Accounts.KEPT_BACK;
            String of = own ? Accounts.SHORTFALL : Accounts.OWED_TO_OWN_ACCOUNT;
            transfers.add(moved(payout, to, of, lacking, "Lacking, taken back from "));
        }
        if (own && lacking.isPositive()) {
            home.freezes()
                    .ifPresent(freezes ->
                            freezes.freeze(pool, Freeze.Reason.SHORTFALL, "More was taken back than the Pool had"));
        }
        post(payout, cause, actor(payout), transfers);
    }

    /** What only comes home stays with the operator until it has come, and is no payment that the members decided. */
    private static String aside(Payout payout) {
        return payout.ground().isHome() ? Accounts.COMING_HOME : Accounts.RESERVED;
    }

    /** What is handed over stays the Pool's, and so does what comes home. */
    private static String spent(Payout payout, Optional<HandOver> handOver) {
        if (payout.ground().isHome()) {
            return Accounts.AVAILABLE;
        }
        return handOver.map(HandOver::floodSlug).map(Accounts::onTheWayTo).orElse(Accounts.PAYOUTS);
    }

    private static String actor(Payout payout) {
        return payout.way() == Payout.Way.STEWARDS ? "stewards" : "processor";
    }

    /** Where the money came from: it goes back to the same bucket. */
    private String source(Payout payout) {
        return ledger.entriesOf(payout.body().id(), RESERVED, payout.id()).stream()
                .findFirst()
                .map(Entry::credit)
                .orElse(Accounts.AVAILABLE);
    }

    private void post(
            Payout payout, String cause, String actor, String debit, String credit, Money amount, String words) {
        post(payout, cause, actor, List.of(moved(payout, debit, credit, amount, words)));
    }

    private void post(Payout payout, String cause, String actor, List<Transfer> transfers) {
        ledger.post(new Posting(payout.body().id(), new Cause(cause, payout.id()), clock.instant(), actor, transfers));
    }

    private Transfer moved(Payout payout, String debit, String credit, Money amount, String words) {
        String payee = payees.find(payout.payeeId()).map(Payee::name).orElse("the payee");
        return new Transfer(debit, credit, amount, words + payee + ": " + payout.purpose());
    }
}
