package coop.pools.overview;

import coop.pools.bucket.ReadBuckets;
import coop.pools.exit.ReadExits;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.EntryFilter;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.ReadFlows;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.MonthFlow;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.PayoutState;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import coop.pools.recurring.ReadRecurring;
import coop.pools.treasury.ReadUnderWay;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what the treasurer's page shows. It is public, as the book is. */
public final class ReadTreasury {
    private static final int MONTHS_BACK = 12;
    private static final int MOST_WAITING = 50;
    private static final int MOST_CARDS = 20;

    private static final List<String> OWED = List.of(
            Accounts.SHORTFALL,
            Accounts.DISPUTED,
            Accounts.OWED_BY_CONTRIBUTORS,
            Accounts.OWED_TO_OPERATOR,
            Accounts.OWED_TO_OWN_ACCOUNT,
            Accounts.WITH_OPERATOR,
            Accounts.COMING_HOME,
            Accounts.ON_OWN_ACCOUNT);

    private final ReadPools pools;
    private final Books books;
    private final ReadBuckets buckets;
    private final Waiting waiting;
    private final Clock clock;

    public ReadTreasury(ReadPools pools, Books books, ReadBuckets buckets, Waiting waiting, Clock clock) {
        this.pools = pools;
        this.books = books;
        this.buckets = buckets;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** The readers of the books. */
    public record Books(Ledger ledger, ReadBook reader, ReadFlows flows, ReadRecurring recurring, Freezes freezes) {}

    /** The readers of what is not done yet. */
    public record Waiting(ReadProposals proposals, ReadPayouts payouts, ReadUnderWay cards, ReadExits exits) {}

    /** NOT_FOUND is refused. */
    public TreasuryOverview of(String slug) {
        Pool pool = pools.bySlug(slug);
        BodyRef body = BodyRef.pool(pool.id());
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        List<MonthFlow> months = books.flows().months(pool.id(), now.minusMonths(MONTHS_BACK), now);
        Balances balances = books.ledger().balances(pool.id());
        Map<String, Money> accounts = books.ledger().accountBalances(pool.id());
        return new TreasuryOverview(
                pool,
                books.freezes().of(pool.id()),
                balances,
                owed(accounts),
                buckets.ofPool(pool.id()),
                months,
                Runway.of(balances.available().plus(balances.inBuckets()), months.subList(0, MONTHS_BACK)),
                books.recurring().monthly(pool.id(), Currency.getInstance(pool.currency())),
                waiting.proposals().running(body, MOST_WAITING).stream()
                        .filter(view -> movesMoney(view.proposal().action()))
                        .toList(),
                waiting.payouts().ofBody(body, Optional.empty(), MOST_WAITING).stream()
                        .filter(payout -> payout.state() == PayoutState.RESERVED || payout.state() == PayoutState.SENT)
                        .toList(),
                onTheWay(accounts),
                new Money(waiting.exits().owed(pool.id()), Currency.getInstance(pool.currency())),
                waiting.cards().ofPool(pool.id(), MOST_CARDS).stream()
                        .map(this::stillDue)
                        .toList(),
                books.reader().accountNames(pool.id()));
    }

    private static Map<String, Money> owed(Map<String, Money> accounts) {
        Map<String, Money> owed = new LinkedHashMap<>();
        OWED.stream()
                .filter(name -> accounts.containsKey(name) && accounts.get(name).isPositive())
                .forEach(name -> owed.put(name, accounts.get(name)));
        return owed;
    }

    /** What stewards have sent to Floods and has not arrived yet, by the account it stands in. */
    private static Map<String, Money> onTheWay(Map<String, Money> accounts) {
        Map<String, Money> onTheWay = new TreeMap<>(accounts);
        onTheWay.keySet().removeIf(name -> !name.startsWith(Accounts.ON_THE_WAY));
        onTheWay.values().removeIf(money -> !money.isPositive());
        return onTheWay;
    }

    /** A day that is past is waited for no more; what it was for is. */
    private ReadUnderWay.Waiting stillDue(ReadUnderWay.Waiting card) {
        return new ReadUnderWay.Waiting(
                card.why(), card.contribution(), card.amount(), card.at().filter(at -> at.isAfter(clock.instant())));
    }

    private static boolean movesMoney(Action action) {
        return action instanceof Action.Pay
                || action instanceof Action.FundFlood
                || action instanceof Action.Allocate
                || action instanceof Action.CloseBucket
                || action instanceof Action.Round
                || action instanceof Action.Pledge
                || action instanceof Action.LeaveFlood
                || action instanceof Action.WindUp;
    }

    /** Entries that fit, before a number, the newest first. */
    public List<Entry> found(Pool pool, long beforeSeq, EntryFilter filter, int limit) {
        return books.flows().found(pool.id(), beforeSeq, filter, limit);
    }
}
