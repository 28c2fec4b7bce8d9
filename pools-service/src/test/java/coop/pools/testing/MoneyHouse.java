package coop.pools.testing;

import coop.pools.demo.sql.SqlSandboxState;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.integrations.payments.sandbox.SandboxSettings;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.integrations.payments.stripe.SignedEvents;
import coop.pools.kernel.Caller;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices.Notice;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.EntryHashes;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.ledger.sql.BatchedLedgerStore;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.payout.ConfirmPayout;
import coop.pools.payout.HomeStops;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.OnboardPayee;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.PayeeLinks;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutDesk;
import coop.pools.payout.PayoutEffect;
import coop.pools.payout.PayoutStore;
import coop.pools.payout.PoolPayoutBooks;
import coop.pools.payout.ProcessorRoute;
import coop.pools.payout.RefreshPayee;
import coop.pools.payout.SayWord;
import coop.pools.payout.SendDuePayouts;
import coop.pools.payout.StewardRoute;
import coop.pools.payout.Stewards;
import coop.pools.payout.TryPayoutAgain;
import coop.pools.payout.WatchDetails;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.payout.sql.SqlPayoutStore;
import coop.pools.platform.db.OutsideCalls;
import coop.pools.pool.sql.SqlMarginStore;
import coop.pools.receipt.KeepReceipts;
import coop.pools.receipt.sql.SqlReceiptStore;
import coop.pools.treasury.ApplyEvent;
import coop.pools.treasury.ApplyKeptFacts;
import coop.pools.treasury.BookContribution;
import coop.pools.treasury.BookFacts;
import coop.pools.treasury.Buckets;
import coop.pools.treasury.ChargeAccounts;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.ChargeDesk;
import coop.pools.treasury.ChargeNotices;
import coop.pools.treasury.ChargeStore;
import coop.pools.treasury.CheckCheckout;
import coop.pools.treasury.ContinuePayment;
import coop.pools.treasury.ContributionEffect;
import coop.pools.treasury.ContributionStore;
import coop.pools.treasury.EventEffect;
import coop.pools.treasury.GivingRules;
import coop.pools.treasury.GuestLinks;
import coop.pools.treasury.InboxStore;
import coop.pools.treasury.MoneyPlaces;
import coop.pools.treasury.OpenCheckout;
import coop.pools.treasury.PaymentPages;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.ReadContributions;
import coop.pools.treasury.RefreshPayments;
import coop.pools.treasury.ReleasePending;
import coop.pools.treasury.RepayShortfalls;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.RetryEvents;
import coop.pools.treasury.SendRefunds;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TakeWebhook;
import coop.pools.treasury.TreasuryDesk;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.sql.BatchedChargeStore;
import coop.pools.treasury.sql.BatchedContributionStore;
import coop.pools.treasury.sql.BatchedInboxStore;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlContributionStore;
import coop.pools.treasury.sql.SqlGuestLinkStore;
import coop.pools.treasury.sql.SqlInboxStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A Pool that takes money in and pays it out, with real stores and the sandbox processor. */
public final class MoneyHouse {
    public static final String SECRET = "whsec_test_platform";
    public static final String CONNECT_SECRET = "whsec_test_connect";
    public static final URI URL = URI.create("https://pools.example/");

    private final Function<PaymentProcessor, PaymentProcessor> chosen;
    public final TestDatabase db;
    public final TestClock clock;
    public final IdSource ids;
    public final StandingBodies bodies;
    public final BodyRef pool;
    /** Slugs of buckets that every Pool has. */
    public final Set<String> openBuckets = ConcurrentHashMap.newKeySet();

    /** Who is told about the Pool's money. */
    public final List<UUID> contacts = new ArrayList<>();
    /** What people were told. */
    public final List<Notice> told = new CopyOnWriteArrayList<>();

    /** What the bylaws of every Pool say about contributions. */
    public volatile GivingRules rules = new GivingRules(Duration.ofDays(14), false, false);
    /** Whose account is charged for a Pool. */
    public volatile ChargeAccounts accounts = pool -> Optional.empty();
    /** The account that a Pool's money is on by now. */
    public volatile MoneyPlaces places = MoneyPlaces.AT_OPERATOR;

    /** Whether what goes home is stopped. */
    public volatile HomeStops homeStops = HomeStops.NONE;

    public final List<EventEffect> extraEffects = new ArrayList<>();
    /** Who makes the pages of contributions that are more than a single payment. */
    public final AtomicReference<PaymentPages> special = new AtomicReference<>(PaymentPages.PLAIN);

    public final SignedEvents signer;

    public final SandboxPaymentProcessor sandbox;
    public final FaultyProcessor faulty;
    public final PaymentProcessor processor;
    public final Ledger ledger;
    public final Freezes freezes;
    public final ContributionStore contributions;
    public final InboxStore inbox;
    public final StartContribution start;
    public final ContinuePayment continuePayment;
    public final TakeWebhook webhook;
    public final RefreshPayments settle;
    public final GuestLinks guestLinks;
    public final RequestRefund requestRefund;
    public final ReadContributions readContributions;
    public final BookContribution book;
    public final BookFacts facts;
    public final ChargeStore chargeStore;
    public final CheckCheckout check;
    public final PoolPayoutBooks books;
    public final PayeeStore payees;
    public final PayoutStore payouts;
    public final InvitePayee invite;
    public final OnboardPayee onboard;
    public final OrderPayout order;
    public final SendDuePayouts send;
    public final TryPayoutAgain again;
    public final SayWord say;
    public final WatchDetails details;
    /** Who carries payouts out by hand. */
    public final Set<UUID> stewards = new CopyOnWriteArraySet<>();
    /** Who carries the payouts out that are ordered next. */
    public volatile Payout.Way way = Payout.Way.PROCESSOR;
    /** When the votes behind payouts were opened. */
    public final Map<UUID, Instant> votesOpened = new ConcurrentHashMap<>();

    public final ConfirmPayout confirm;
    public final RefreshPayee refresh;
    public final List<DueWork> works;

    public MoneyHouse(TestDatabase db) {
        this(db, sandbox -> sandbox, new TestClock(), new StandingBodies(), EntryHashes.CHAINED);
    }

    /** Whose entries are hashed in that way. */
    public MoneyHouse(TestDatabase db, EntryHashes hashes) {
        this(db, sandbox -> sandbox, new TestClock(), new StandingBodies(), hashes);
    }

    /** With another processor in the sandbox's place. */
    public MoneyHouse(TestDatabase db, Function<TestClock, PaymentProcessor> chosen) {
        this(db, new TestClock(), chosen);
    }

    private MoneyHouse(TestDatabase db, TestClock clock, Function<TestClock, PaymentProcessor> chosen) {
        this(db, sandbox -> chosen.apply(clock), clock, new StandingBodies(), EntryHashes.CHAINED);
    }

    /** With that processor, which goes by that clock. */
    public MoneyHouse(TestDatabase db, TestClock clock, PaymentProcessor chosen) {
        this(db, sandbox -> chosen, clock, new StandingBodies(), EntryHashes.CHAINED);
    }

    private MoneyHouse(
            TestDatabase db,
            Function<PaymentProcessor, PaymentProcessor> chosen,
            TestClock clock,
            StandingBodies bodies,
            EntryHashes hashes) {
        this.db = db;
        this.chosen = chosen;
        this.clock = clock;
        this.bodies = bodies;
        ids = new IdSource(clock, new SecureRandom());
        signer = new SignedEvents(new EventSecrets(List.of(SECRET), List.of(CONNECT_SECRET)), clock);
        pool = bodies.bySlug(BodyRef.Kind.POOL, "sunday-readers")
                .orElseGet(() -> bodies.add(BodyRef.pool(ids.newId()), "sunday-readers", "EUR"));
        SandboxSettings settings = new SandboxSettings(
                URL.toString(), new EventSecrets(List.of(SECRET), List.of(CONNECT_SECRET)), FeeTable.defaults());
        sandbox = new SandboxPaymentProcessor(settings, db.store(SqlSandboxState.class), clock);
        faulty = new FaultyProcessor(chosen.apply(sandbox));
        processor = new OutsideCalls(db.jdbiTransactions()).guarded(PaymentProcessor.class, faulty.port());
        freezes = new Freezes(
                db.transactions(), db.store(SqlLedgerStore.class), db.store(SqlFreezeStore.class), ids, clock);
        ledger = new Ledger(new BatchedLedgerStore(db.store(SqlLedgerStore.class), db.jdbiTransactions()), ids, hashes);
        contributions = new BatchedContributionStore(db.store(SqlContributionStore.class), db.jdbiTransactions());
        inbox = new BatchedInboxStore(db.store(SqlInboxStore.class), db.jdbiTransactions());
        chargeStore = new BatchedChargeStore(db.store(SqlChargeStore.class), db.jdbiTransactions());
        TreasuryDesk desk = new TreasuryDesk(db.transactions(), contributions, chargeStore, clock);
        ChargeNotices notices =
                new ChargeNotices((id, person, notice) -> told.add(notice), pool -> List.copyOf(contacts));
        Buckets buckets = (owner, slug) -> openBuckets.contains(slug);
        ChargeDesk charges =
                new ChargeDesk(desk, ledger, buckets, freezes, owner -> places.of(owner), notices, () -> {});
        book = new BookContribution(charges);
        facts = new BookFacts(charges, db.store(SqlMarginStore.class));
        ReadPeople people = new ReadPeople(db.store(SqlIdentityStore.class), clock);
        OpenCheckout openCheckout = new OpenCheckout(
                desk, processor, bodies, URL, contribution -> special.get().open(contribution));
        PlanShares planShares = new PlanShares(bodies, buckets, owner -> rules, owner -> accounts.of(owner));
        ChargeAmount amounts = new ChargeAmount(processor);
        start = new StartContribution(desk, people, planShares, amounts, openCheckout);
        readContributions = new ReadContributions(charges, bodies, amounts, owner -> rules);
        guestLinks = new GuestLinks(desk, db.store(SqlGuestLinkStore.class), ids);
        var bounds = new RequestRefund.Bounds((owner, person, paidAt) -> false, db.store(SqlMarginStore.class));
        requestRefund = new RequestRefund(charges, owner -> rules, amounts, bounds, guestLinks);
        check = new CheckCheckout(desk, processor, book);
        continuePayment = new ContinuePayment(desk, openCheckout, check);
        settle = new RefreshPayments(charges, processor, book, facts);

        payees = db.store(SqlPayeeStore.class);
        payouts = db.store(SqlPayoutStore.class);
        books = new PoolPayoutBooks(
                ledger,
                payees,
                db.store(SqlHandOverStore.class),
                clock,
                new PoolPayoutBooks.Home(
                        currency -> homeStops.isLacking(currency), Optional.of(freezes), owner -> places.of(owner)));
        PayoutDesk paying =
                new PayoutDesk(db.transactions(), payouts, Map.of(BodyRef.Kind.POOL, books), freezes, clock, () -> {});
        PayeeLinks links = new PayeeLinks(URL);
        invite = new InvitePayee(paying, payees, bodies, ids, links);
        onboard = new OnboardPayee(paying, payees, processor, links);
        order = new OrderPayout(paying, payees, body -> way);
        confirm = new ConfirmPayout(paying);
        details = new WatchDetails(
                paying, payees, processor, new NoVotes(votesOpened), (id, person, notice) -> told.add(notice));
        refresh = new RefreshPayee(paying, payees, processor, details);
        Stewards carriers = body -> List.copyOf(stewards);
        send = new SendDuePayouts(
                paying,
                List.of(
                        new ProcessorRoute(paying, processor, confirm, refresh, details),
                        new StewardRoute(paying, payees, carriers, (id, person, notice) -> told.add(notice))));
        again = new TryPayoutAgain(paying, payees, carriers);
        KeepReceipts keep = new KeepReceipts(db.store(SqlReceiptStore.class), ids, clock);
        say = new SayWord(paying, payees, bodies, new SayWord.Carriers(carriers, body -> way), keep);

        List<EventEffect> effects = List.of(
                event -> extraEffects.stream()
                        .map(effect -> effect.apply(event))
                        .flatMap(Optional::stream)
                        .findFirst(),
                new ContributionEffect(contributions, book, facts),
                new PayoutEffect(paying, payees, confirm));
        ApplyEvent applyEvent = new ApplyEvent(effects);
        webhook = new TakeWebhook(processor, db.transactions(), inbox, applyEvent, clock);
        RetryEvents retry = new RetryEvents(db.transactions(), inbox, applyEvent, clock);
        works = List.of(
                retry,
                check,
                settle,
                new ReleasePending(desk, book),
                new ApplyKeptFacts(desk, facts),
                new SendRefunds(desk, processor, facts),
                new RepayShortfalls(desk, ledger, freezes),
                refresh,
                send);
        db.transactions().inTransaction(() -> ledger.openBook(pool.id(), Currency.getInstance("EUR"), clock.instant()));
    }

    /** One more Pool that counts in euros. */
    public BodyRef anotherPool(String slug) {
        return anotherPool(slug, "EUR");
    }

    public BodyRef anotherPool(String slug, String currency) {
        BodyRef added = bodies.add(BodyRef.pool(ids.newId()), slug, currency);
        db.transactions()
                .inTransaction(() -> ledger.openBook(added.id(), Currency.getInstance(currency), clock.instant()));
        return added;
    }

    /** The same Pool as another node serves it. */
    public MoneyHouse onAnotherNode(TestDatabase node) {
        return new MoneyHouse(node, chosen, clock, bodies, EntryHashes.CHAINED);
    }

    /** Somebody signed in who is a member of nothing. */
    public Caller stranger(String name) {
        Person person = new Person(ids.newId(), name, clock.instant());
        db.transactions().inTransaction(() -> db.store(SqlIdentityStore.class).insertPerson(person));
        return Caller.of(person.id());
    }

    /** A signed-in member of the Pool. */
    public Caller member(String name) {
        Person person = new Person(ids.newId(), name, clock.instant());
        db.transactions().inTransaction(() -> db.store(SqlIdentityStore.class).insertPerson(person));
        bodies.join(pool, person.id());
        return Caller.of(person.id());
    }

    public StartContribution.Order guestOrder(long minor) {
        return new StartContribution.Order(ids.newId(), "sunday-readers", Money.of(minor, "EUR"), "", Optional.empty());
    }

    public Contribution started(long minor) {
        return start.start(Caller.guest("browser"), guestOrder(minor));
    }

    /** Pays on the card page and answers the events, none of which is delivered. */
    public List<SignedEvent> pay(Contribution contribution) {
        return sandbox.pay(contribution.page().orElseThrow().id(), "4242424242424242")
                .events();
    }

    public boolean deliver(SignedEvent event) {
        return webhook.take(event.body(), event.signatureHeader(), event.connect());
    }

    /** Signs and delivers an event of the platform. */
    public boolean deliver(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return webhook.take(body, signer.sign(body, false), false);
    }

    public Contribution present(Contribution contribution) {
        return contributions.find(contribution.id()).orElseThrow();
    }

    /** What the book says about an account, in cents. */
    public long cents(String account) {
        return ledger.balance(pool.id(), account).minorUnits();
    }

    /** Puts money into the Pool without a card. */
    public void fill(long minor) {
        Transfer transfer = new Transfer(Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, Money.of(minor, "EUR"), "a test");
        Cause cause = new Cause("contribution", ids.newId());
        db.transactions()
                .inTransaction(() ->
                        ledger.post(new Posting(pool.id(), cause, clock.instant(), "processor", List.of(transfer))));
    }

    /** Does everything that is due, again and again. */
    public void work() {
        for (int round = 0; round < 20; round++) {
            int done = works.stream().mapToInt(work -> work.run(100)).sum();
            if (done == 0) {
                return;
            }
        }
    }

    /** How many transfers were booked for a cause. */
    public int booked(String cause, UUID id) {
        return ledger.entriesOf(pool.id(), cause, id).size();
    }
}
