package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutBooks;
import coop.pools.payout.Reversals;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
    private final StakeShares shares;
    private final Ledger ledger;
    private final PayeeStore payees;
    private final Clock clock;

    public FloodPayoutBooks(Places places, StakeShares shares, Ledger ledger, PayeeStore payees, Clock clock) {
        this.places = places;
        this.shares = shares;
        this.ledger = ledger;
        this.payees = payees;
        this.clock = clock;
    }

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
        Step step = new Step(flood, payout, RESERVED, "proposal:" + payout.proposalId(), "Set aside for ");
        step.add(flood.id(), Accounts.RESERVED, Accounts.AVAILABLE, payout.amount());
        for (Share share : shares.split(flood, payout.amount())) {
            step.add(share, share.stake(), share.committed());
        }
        step.post();
    }

    @Override
    public void paid(Payout payout) {
        Flood flood = places.lock(payout.body().id());
        refuseBoth(payout, PAID, RELEASED);
        Step step = new Step(flood, payout, PAID, "processor", "Paid to ");
        for (Share share : shares.drawnFor(payout)) {
            step.add(share, share.committed(), Accounts.RESERVED);
            step.add(share.pool().id(), step.spent(), step.inFlood(), share.amount());
        }
        step.post();
    }

    @Override
    public void release(Payout payout) {
        Flood flood = places.lock(payout.body().id());
        refuseBoth(payout, RELEASED, PAID);
        Step step = new Step(flood, payout, RELEASED, "processor", "Could not be paid to ");
        Set<UUID> joined = places.joined(flood.id());
        step.add(flood.id(), Accounts.AVAILABLE, Accounts.RESERVED, payout.amount());
        for (Share share : shares.drawnFor(payout)) {
            step.add(share, share.committed(), share.stake());
            step.goHomeUnless(joined, share);
        }
        step.post();
    }

    @Override
    public void reverse(Payout payout, Money cameBack) {
        Flood flood = places.lock(payout.body().id());
        if (!isBooked(payout, PAID)) {
            throw new IllegalStateException("payout " + payout.id() + " has not been paid");
        }
        Money booked = shares.returned(payout);
        if (!cameBack.isMoreThan(booked)) {
            return;
        }
        List<Share> returned = shares.returning(payout, cameBack.minus(booked));
        Step step = new Step(flood, payout, Reversals.next(ledger, payout), "processor", "Came back from ");
        Set<UUID> joined = places.joined(flood.id());
        for (Share share : returned) {
            step.add(share, Accounts.AVAILABLE, share.stake());
            step.add(share.pool().id(), step.inFlood(), step.spent(), share.amount());
            step.goHomeUnless(joined, share);
        }
        step.post();
    }

    private boolean isBooked(Payout payout, String causeKind) {
        return !ledger.entriesOf(payout.body().id(), causeKind, payout.id()).isEmpty();
    }

    private void refuseBoth(Payout payout, String one, String other) {
        if (isBooked(payout, other)) {
            throw new IllegalStateException(one + " after " + other + " for payout " + payout.id());
        }
    }

    /** One step of one payout: its transfers in the Flood's book and in those of its Pools. */
    private final class Step {
        private final Flood flood;
        private final Cause cause;
        private final String actor;
        private final String memo;
        private final Map<UUID, List<Transfer>> byBook = new LinkedHashMap<>();

        Step(Flood flood, Payout payout, String causeKind, String actor, String what) {
            this.flood = flood;
            this.cause = new Cause(causeKind, payout.id());
            this.actor = actor;
            String payee = payees.find(payout.payeeId()).map(Payee::name).orElse("the payee");
            String words = what + payee + ": " + payout.purpose() + " (" + flood.name() + ")";
            this.memo = words.substring(0, Math.min(LONGEST_MEMO, words.length()));
        }

        /** In a Pool's book. */
        String inFlood() {
            return Accounts.inFlood(flood.slug());
        }

        /** In a Pool's book. */
        String spent() {
            return Accounts.spentByFlood(flood.slug());
        }

        void add(UUID book, String debit, String credit, Money amount) {
            add(book, new Transfer(debit, credit, amount, memo));
        }

        /** A Pool's share in the Flood's book, which names the Pool. */
        void add(Share share, String debit, String credit) {
            String words = memo + ", share of " + share.pool().name();
            String named = words.length() > LONGEST_MEMO ? memo : words;
            add(flood.id(), new Transfer(debit, credit, share.amount(), named));
        }

        private void add(UUID book, Transfer transfer) {
            byBook.computeIfAbsent(book, none -> new ArrayList<>()).add(transfer);
        }

        void goHomeUnless(Set<UUID> joined, Share share) {
            if (!joined.contains(share.pool().id())) {
                add(flood.id(), share.stake(), Accounts.AVAILABLE, share.amount());
                add(share.pool().id(), Accounts.AVAILABLE, inFlood(), share.amount());
            }
        }

        void post() {
            List<Posting> postings = new ArrayList<>();
            byBook.forEach(
                    (book, transfers) -> postings.add(new Posting(book, cause, clock.instant(), actor, transfers)));
            ledger.postAll(postings);
        }
    }
}
