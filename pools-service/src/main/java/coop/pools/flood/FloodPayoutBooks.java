package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutBooks;
import coop.pools.payout.Reversals;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.treasury.Buckets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a Flood pays. The shares of its Pools are fixed when the amount is set aside; every later step reads them from
 * the book. What comes free again goes back to the stakes, and from there on to Pools that have left meanwhile.
 */
public final class FloodPayoutBooks implements PayoutBooks {
    static final String RESERVED = "payout-reserved";
    static final String PAID = "payout-paid";
    static final String RELEASED = "payout-released";
    private static final int LONGEST_MEMO = 1000;

    private final Places places;
    private final CostShares shares;
    private final StakeShares given;
    private final Buckets buckets;
    private final Through through;
    private final Custody custody;
    private final Ledger ledger;
    private final PayeeStore payees;
    private final Clock clock;

    public FloodPayoutBooks(Places places, Shares shares, Ledger ledger, PayeeStore payees, Clock clock) {
        this.places = places;
        this.shares = shares.costs();
        this.given = shares.given();
        this.buckets = shares.buckets();
        this.through = shares.through();
        this.custody = shares.custody();
        this.ledger = ledger;
        this.payees = payees;
        this.clock = clock;
    }

    /**
     * Who is to give, who gave, into which buckets it can go back, who gives behind a Flood within, and whether what is
     * kept can go out.
     */
    public record Shares(CostShares costs, StakeShares given, Buckets buckets, Through through, Custody custody) {}

    /** The Flood first, as every step does; the books of its Pools follow in the order of their ids. */
    @Override
    public void hold(Payout payout) {
        places.lock(payout.body().id());
    }

    @Override
    public void reserve(Payout payout, Optional<String> bucket) {
        Flood flood = places.lock(payout.body().id());
        if (isBooked(payout, RESERVED)) {
            return;
        }
        Step step = new Step(flood, payout, RESERVED, payout.ground().actor(), "Set aside for ");
        List<Share> drawn = shares.split(flood, payout.amount(), bucket, CostShares.Use.PAY);
        step.assets(drawn, fund -> fund.asset(Accounts.RESERVED), fund -> fund.asset(held(bucket)));
        drawn.forEach(step::reserve);
        step.post();
    }

    @Override
    public Optional<String> stoppedAt(Payout payout) {
        Flood flood = places.flood(payout.body().id());
        return custody.stopping(Member.of(flood), payout, given.drawnFor(payout))
                .map(Member::name);
    }

    private static String held(Optional<String> bucket) {
        return bucket.map(Accounts::bucket).orElse(Accounts.AVAILABLE);
    }

    @Override
    public void paid(Payout payout) {
        Flood flood = places.lock(payout.body().id());
        refuseBoth(payout, PAID, RELEASED);
        Step step = new Step(flood, payout, PAID, "processor", "Paid to ");
        for (Share share : given.drawnFor(payout)) {
            step.add(share, share.committed(), share.fund().asset(Accounts.RESERVED));
            step.carry(PaymentBelow.Step.PAY, share);
        }
        step.post();
    }

    @Override
    public void release(Payout payout) {
        Flood flood = places.lock(payout.body().id());
        refuseBoth(payout, RELEASED, PAID);
        Step step = new Step(flood, payout, RELEASED, "processor", "Could not be paid to ");
        List<Share> drawn = given.drawnFor(payout);
        step.assets(drawn, fund -> fund.asset(held(bucketOf(drawn))), fund -> fund.asset(Accounts.RESERVED));
        for (Share share : drawn) {
            step.add(share, share.committed(), share.source());
            step.carry(PaymentBelow.Step.RELEASE, share);
        }
        step.goOn(drawn);
        step.post();
    }

    @Override
    public void reverse(Payout payout, Money cameBack) {
        Flood flood = places.lock(payout.body().id());
        if (!isBooked(payout, PAID)) {
            throw new IllegalStateException("payout " + payout.id() + " has not been paid");
        }
        Money booked = given.returned(payout);
        if (!cameBack.isMoreThan(booked)) {
            return;
        }
        List<Share> returned = given.returning(payout, cameBack.minus(booked));
        Step step = new Step(flood, payout, Reversals.next(ledger, payout), "processor", "Came back from ");
        for (Share share : returned) {
            step.add(share, share.fund().asset(held(share.bucket())), share.source());
            step.carry(PaymentBelow.Step.RETURN, share);
        }
        step.goOn(returned);
        step.post();
    }

    /** All shares of a payment come out of one bucket, or out of none. */
    private static Optional<String> bucketOf(List<Share> shares) {
        return shares.get(0).bucket();
    }

    private boolean isBooked(Payout payout, String causeKind) {
        return !ledger.entriesOf(payout.body().id(), causeKind, payout.id()).isEmpty();
    }

    private void refuseBoth(Payout payout, String one, String other) {
        if (isBooked(payout, other)) {
            throw new IllegalStateException(one + " after " + other + " for payout " + payout.id());
        }
    }

    /** One step of one payout: its transfers in the Flood's book and in those of its members at all levels. */
    private final class Step {
        private final Member flood;
        private final Cause cause;
        private final String actor;
        private final String memo;
        private final Moves moves;
        private final PaymentBelow below;

        Step(Flood flood, Payout payout, String causeKind, String actor, String what) {
            this.flood = Member.of(flood);
            this.cause = new Cause(causeKind, payout.id());
            this.actor = actor;
            String payee = payees.find(payout.payeeId()).map(Payee::name).orElse("the payee");
            String words = what + payee + ": " + payout.purpose() + " (" + flood.name() + ")";
            this.memo = words.substring(0, Math.min(LONGEST_MEMO, words.length()));
            this.moves = new Moves(ledger, memo);
            this.below = new PaymentBelow(through, places, ledger, payout, moves);
        }

        /** A member's share in the Flood's book, which names the member. */
        void add(Share share, String debit, String credit) {
            String words = memo + ", share of " + share.member().name();
            moves.add(flood.id(), debit, credit, share.amount(), words.length() > LONGEST_MEMO ? memo : words);
        }

        void reserve(Share share) {
            add(share, share.source(), share.committed());
            through.reserve(moves, flood, share.member(), share.fund(), share.amount());
        }

        /** The share in the books below. */
        void carry(PaymentBelow.Step step, Share share) {
            below.carry(step, flood, share.member(), share.fund(), share.amount());
        }

        /** What of each kind of money goes from one account of the Flood's to another, in one transfer each. */
        void assets(List<Share> moved, Function<Fund, String> debit, Function<Fund, String> credit) {
            for (Fund fund : Fund.values()) {
                moved.stream()
                        .filter(share -> share.fund() == fund)
                        .map(Share::amount)
                        .reduce(Money::plus)
                        .ifPresent(sum -> moves.add(flood.id(), debit.apply(fund), credit.apply(fund), sum));
            }
        }

        /** What is free again does not stay in a bucket that is closed, nor with a Flood that its member has left. */
        void goOn(List<Share> back) {
            for (Share share : back) {
                if (share.bucket().filter(this::isClosed).isPresent()) {
                    String held = share.fund().asset(held(share.bucket()));
                    moves.add(flood.id(), share.fund().asset(Accounts.AVAILABLE), held, share.amount());
                    add(share, share.source(), share.free());
                }
            }
            below.goOn(flood, back.stream().map(Share::member).distinct().toList());
        }

        private boolean isClosed(String bucket) {
            return !buckets.isOpen(flood.id(), bucket);
        }

        void post() {
            moves.post(cause, clock.instant(), actor);
        }
    }
}
