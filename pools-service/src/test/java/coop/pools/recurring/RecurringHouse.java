package coop.pools.recurring;

import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.integrations.payments.sandbox.SandboxTask;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.ledger.domain.Accounts;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.recurring.sql.SqlRecurringStore;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.ChargeAmount;
import coop.pools.treasury.OpenCheckout;
import coop.pools.treasury.PlanShares;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TakeRenewal;
import coop.pools.treasury.TreasuryDesk;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two Pools with a bucket, and what is given to them again and again. */
final class RecurringHouse {
    static final String PLAIN = "4242424242424242";
    static final String NEVER_AGAIN = "4000000000000341";
    static final String LATE = "5105105105105100";

    final MoneyHouse money;
    final BodyRef second;
    final List<String> told = new CopyOnWriteArrayList<>();
    final RecurringStore store;
    final StartRecurring start;
    final LookAtRecurring look;
    final CarryOutOrders carryOut;
    final ChangeRecurring change;
    final ReadRecurring read;
    final EndShares endShares;
    final EndGiving endGiving;
    final SweepFormerMembers sweep;
    final TouchRecurring touch;

    RecurringHouse(TestDatabase db) {
        this(db, new MoneyHouse(db));
        db.transactions()
                .inTransaction(
                        () -> money.ledger.openBook(second.id(), Currency.getInstance("EUR"), money.clock.instant()));
        money.openBuckets.add("tea");
    }

    private RecurringHouse(TestDatabase db, MoneyHouse house) {
        money = house;
        second = money.bodies
                .bySlug(BodyRef.Kind.POOL, "garden")
                .orElseGet(() -> money.bodies.add(BodyRef.pool(money.ids.newId()), "garden", "EUR"));
        store = db.store(SqlRecurringStore.class);
        RecurringDesk desk = new RecurringDesk(db.transactions(), store, money.clock, () -> {});
        Notices notices = (id, person, notice) -> told.add(notice.kind());
        RecurringWords words = new RecurringWords(money.bodies, notices);
        money.special.set(new OpenRecurringPage(desk, money.processor, words, MoneyHouse.URL));
        touch = new TouchRecurring(desk);
        money.extraEffects.add(touch);

        PlanShares planShares = new PlanShares(
                money.bodies,
                (owner, slug) -> money.openBuckets.contains(slug),
                owner -> money.rules,
                pool -> Optional.empty());
        TreasuryDesk treasury =
                new TreasuryDesk(db.transactions(), money.contributions, money.chargeStore, money.clock);
        OpenCheckout openCheckout =
                new OpenCheckout(treasury, money.processor, money.bodies, MoneyHouse.URL, money.special.get());
        ChargeAmount chargeAmount = new ChargeAmount(money.processor);
        start = new StartRecurring(desk, money.start, planShares, chargeAmount, openCheckout);
        ReadPeople people = new ReadPeople(db.store(SqlIdentityStore.class), money.clock);
        BookBill bookBill = new BookBill(desk, money.bodies, people, planShares, new TakeRenewal(treasury, money.book));
        ApplyRecurringFacts applyFacts = new ApplyRecurringFacts(desk, bookBill, words);
        look = new LookAtRecurring(desk, money.processor, money.contributions, applyFacts);
        carryOut = new CarryOutOrders(desk, money.processor, applyFacts, words);
        change = new ChangeRecurring(desk, planShares, chargeAmount, carryOut);
        endShares = new EndShares(desk, planShares, chargeAmount, words);
        sweep = new SweepFormerMembers(desk, endShares);
        endGiving = new EndGiving(desk, planShares, chargeAmount, money.bodies, words);
        read = new ReadRecurring(desk, money.contributions, money.bodies);
    }

    /** The same as another node serves it. */
    RecurringHouse onAnotherNode() {
        TestDatabase node = money.db.anotherNode();
        return new RecurringHouse(node, money.onAnotherNode(node));
    }

    /** Half to the first Pool, three tenths to its bucket, the rest to the second. */
    static List<Part> threeParts() {
        return List.of(
                new Part("sunday-readers", Optional.empty(), 5000),
                new Part("sunday-readers", Optional.of("tea"), 3000),
                new Part("garden", Optional.empty(), 2000));
    }

    static Money euros(long minor) {
        return Money.of(minor, "EUR");
    }

    StartContribution.Order order(long minor, List<Part> parts) {
        return new StartContribution.Order(money.ids.newId(), euros(minor), false, parts, "", Optional.empty());
    }

    /** Started and its first payment made; nothing has been read yet. */
    UUID paid(Caller payer, long minor, List<Part> parts, String card) {
        Contribution first = start.start(payer, order(minor, parts), Every.MONTH);
        pay(first, card).forEach(money::deliver);
        return first.id();
    }

    /** Begun, with all that follows done. */
    UUID begun(Caller payer, long minor, List<Part> parts, String card) {
        UUID id = paid(payer, minor, parts, card);
        work();
        return id;
    }

    List<SignedEvent> pay(Contribution first, String card) {
        return money.sandbox.pay(first.page().orElseThrow().id(), card).events();
    }

    /** Lets the sandbox do what is due by the clock, delivers what it tells, and does what follows. */
    void work() {
        for (int round = 0; round < 30; round++) {
            List<SandboxTask> tasks = money.sandbox.due(100);
            for (SandboxTask task : tasks) {
                task.events().forEach(money::deliver);
                money.sandbox.done(task.id());
            }
            int done = tasks.size() + look.run(100) + carryOut.run(100);
            money.work();
            if (done == 0) {
                return;
            }
        }
    }

    void after(Duration time) {
        money.clock.advance(time);
        work();
    }

    /** A month and a bit, by days, as the jobs would go on meanwhile. */
    void month() {
        after(Duration.ofDays(31));
    }

    void to(Caller payer, UUID id, MemberOrder.Kind kind) {
        change.change(payer, ChangeRecurring.Wish.to(kind, money.ids.newId(), id));
    }

    void amount(Caller payer, UUID id, long minor) {
        change.change(
                payer, ChangeRecurring.Wish.change(money.ids.newId(), id, Optional.of(euros(minor)), Optional.empty()));
    }

    RecurringContribution present(UUID id) {
        return store.find(id).orElseThrow();
    }

    List<Contribution> paidContributions(UUID id) {
        List<Contribution> found = new ArrayList<>();
        for (Bill bill : store.bills(id, 100)) {
            bill.contribution().flatMap(money.contributions::find).ifPresent(found::add);
        }
        return found;
    }

    /** Cents that came in as contributions, by the book. */
    long given(BodyRef pool) {
        return money.ledger.balance(pool.id(), Accounts.CONTRIBUTIONS).minorUnits();
    }
}
