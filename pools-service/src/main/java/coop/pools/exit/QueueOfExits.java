package coop.pools.exit;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.exit.domain.ExitClaim;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.OwnPayee;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Pays those who have left: the oldest claim first, only from what the Pool can spend, and within a year only the share
 * that the bylaws allow. What is promised to others is set aside already and not touched. Call it in a transaction; it
 * locks the Pool's claims, then its book.
 */
public final class QueueOfExits {
    static final Duration AGAIN = Duration.ofHours(1);
    /** How long stewards are left alone with what they could not send. */
    private static final Duration BY_HAND_AGAIN = Duration.ofDays(1);

    private static final Duration YEAR = Duration.ofDays(365);

    /** A limit of the processor: at most eight digits. */
    private static final long MOST_MINOR = 99_999_999;

    private final ExitStore store;
    private final Books books;
    private final Paying paying;
    private final ReadBylaws bylaws;
    private final Clock clock;

    public QueueOfExits(ExitStore store, Books books, Paying paying, ReadBylaws bylaws, Clock clock) {
        this.store = store;
        this.books = books;
        this.paying = paying;
        this.bylaws = bylaws;
        this.clock = clock;
    }

    /** What the Pool has. */
    public record Books(Ledger ledger, Freezes freezes, PoolEndStore ends) {}

    /** How money goes out. */
    public record Paying(OrderPayout order, PayoutStore payouts, OwnPayee payees, ReadPeople people, Notices notices) {}

    /** Orders what can be paid now, and settles what is paid. */
    void work(UUID pool) {
        List<ExitClaim> open = store.lockOpen(pool);
        if (open.isEmpty()) {
            return;
        }
        books.ledger().hold(pool);
        Instant now = clock.instant();
        long room = room(pool, now);
        for (ExitClaim claim : open) {
            room -= work(claim, room, now);
        }
        store.again(pool, now.plus(AGAIN));
    }

    /** What may go to those who have left, all in all, at this moment. */
    long room(UUID pool, Instant now) {
        if (books.freezes().isFrozen(pool)) {
            return 0;
        }
        long available = books.ledger().balances(pool).available().minorUnits();
        long taken = store.paidSince(pool, now.minus(YEAR));
        if (books.ends().find(pool).isPresent()) {
            return available;
        }
        int cap = bylaws.rules(pool).share(RuleKey.EXIT_YEAR_CAP).value();
        long most = Math.multiplyExact(Math.addExact(available, taken), (long) cap) / BasisPoints.WHOLE;
        return Math.max(0, Math.min(available, most - taken));
    }

    private long work(ExitClaim claim, long room, Instant now) {
        List<Payout> ordered = paying.payouts().ofExit(claim.id());
        long held = sum(ordered.stream()
                .filter(payout -> payout.state() != PayoutState.FAILED)
                .toList());
        long paid = sum(ordered.stream()
                .filter(payout -> payout.state() == PayoutState.PAID || payout.state() == PayoutState.REVERSED)
                .toList());
        long step = step(claim);
        Due due = due(claim, held);
        if (due.minor() - paid < step) {
            if (!due.undecided()) {
                store.settle(claim.id(), now);
            }
            return 0;
        }
        long amount = Math.min(MOST_MINOR, Math.min(room, due.minor() - held));
        amount -= amount % step;
        BodyRef body = BodyRef.pool(claim.pool());
        boolean byHand = paying.order().isByHand(body);
        boolean failed = ordered.stream()
                .anyMatch(payout -> payout.state() == PayoutState.FAILED && payout.way() == Payout.Way.PROCESSOR);
        Payee payee = amount > 0
                ? paying.payees().of(body, claim.person(), paying.people().name(claim.person()))
                : null;
        // The processor sends nothing without bank details: money is set aside once without them, and then they come
        // first.
        if (payee == null || failed && !byHand && !payee.isReady() || byHand && isRecent(ordered, now)) {
            return 0;
        }
        Money part = new Money(amount, claim.amount().currency());
        Payout next = paying.order().orderExit(body, claim.id(), ordered.size() + 1, payee, part);
        tell(claim, ordered.size() + 1, payee, next);
        return amount;
    }

    /** Whether stewards have said lately that they could not send it. */
    private static boolean isRecent(List<Payout> ordered, Instant now) {
        return ordered.stream()
                .filter(payout -> payout.state() == PayoutState.FAILED)
                .flatMap(payout -> payout.endedAt().stream())
                .anyMatch(ended -> ended.isAfter(now.minus(BY_HAND_AGAIN)));
    }

    /** Who has left does not look at the Pool's pages any more, and may have to give bank details in time. */
    private void tell(ExitClaim claim, int number, Payee payee, Payout next) {
        String word = next.way() == Payout.Way.STEWARDS
                ? "EXIT_SHARE_BY_HAND"
                : payee.isReady() ? "EXIT_SHARE_ON_ITS_WAY" : "EXIT_SHARE_NEEDS_DETAILS";
        paying.notices()
                .tell(
                        IdSource.derivedId("exit-share", claim.id().toString(), String.valueOf(number)),
                        claim.person(),
                        new Notices.Notice(
                                word,
                                Map.of("body", BodyRef.pool(claim.pool()), "amount", next.amount()),
                                "/payees/" + payee.id()));
    }

    /** What is owed in all, and whether that may still change. */
    private record Due(long minor, boolean undecided) {}

    /** Who left gets no part of a gift that was taken back since, as far as it has not been paid. */
    private Due due(ExitClaim claim, long held) {
        Optional<ExitStore.Gifts> gifts = store.gifts(claim.id()).filter(ExitStore.Gifts::touched);
        if (gifts.isEmpty()) {
            return new Due(claim.amount().minorUnits(), false);
        }
        ExitStore.Gifts now = gifts.get();
        long given = Math.min(now.givenMinor(), now.presentMinor());
        long left = BigInteger.valueOf(now.amountMinor())
                .multiply(BigInteger.valueOf(given))
                .divide(BigInteger.valueOf(now.givenMinor()))
                .longValueExact();
        long due = Math.min(now.amountMinor(), Math.max(left, held));
        if (now.amountMinor() - due != now.loweredMinor()) {
            store.lower(claim.id(), now.amountMinor() - due);
        }
        return new Due(due, now.undecided());
    }

    private static long step(ExitClaim claim) {
        return Math.max(1, ChargeCurrencies.limits(claim.amount().currency()).transferStepMinor());
    }

    private static long sum(List<Payout> payouts) {
        return payouts.stream()
                .mapToLong(payout -> payout.amount().minus(payout.cameBack()).minorUnits())
                .sum();
    }
}
