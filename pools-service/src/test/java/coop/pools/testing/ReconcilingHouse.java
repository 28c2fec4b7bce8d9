package coop.pools.testing;

import coop.pools.app.LackStopsHome;
import coop.pools.app.SqlConcerned;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.ProcessorBalance;
import coop.pools.integrations.payments.sandbox.SandboxTask;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.kernel.Money;
import coop.pools.ledger.sql.SqlHeldTotals;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlArrivals;
import coop.pools.payout.sql.SqlPayoutMovements;
import coop.pools.reconciliation.Arrivals;
import coop.pools.reconciliation.BooksOfDifferences;
import coop.pools.reconciliation.ClaimAsOwn;
import coop.pools.reconciliation.Concerned;
import coop.pools.reconciliation.DifferenceStore;
import coop.pools.reconciliation.FetchMovements;
import coop.pools.reconciliation.MatchSubjects;
import coop.pools.reconciliation.MovementStore;
import coop.pools.reconciliation.OwnAccounts;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.reconciliation.Reconcile;
import coop.pools.reconciliation.RecordRun;
import coop.pools.reconciliation.RepairDifferences;
import coop.pools.reconciliation.RunStore;
import coop.pools.reconciliation.SettleCustody;
import coop.pools.reconciliation.StopDiffering;
import coop.pools.reconciliation.SumUp;
import coop.pools.reconciliation.TakeArrivals;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.sql.SqlDifferenceStore;
import coop.pools.reconciliation.sql.SqlMovementStore;
import coop.pools.reconciliation.sql.SqlRunStore;
import coop.pools.reconciliation.sql.SqlTopUpStore;
import coop.pools.treasury.CatchUpEvents;
import coop.pools.treasury.ReadInbox;
import coop.pools.treasury.ReadLists;
import coop.pools.treasury.RepairPayment;
import coop.pools.treasury.TreasuryDesk;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.sql.SqlCardMovements;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlCursorStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Pool that takes money in and pays it out, and whose books are compared with the sandbox's. */
public final class ReconcilingHouse {
    public final MoneyHouse money;
    public final CatchUpEvents catchUp;
    public final Reconcile reconcile;
    public final ReadReconciliation read;
    public final ClaimAsOwn claim;
    public final SettleCustody settle;
    /** Movements besides those of the sandbox. */
    public final List<BalanceTransaction> besides = new ArrayList<>();

    /** The same, of one account alone: empty for the platform's own. */
    public final Map<Optional<?>, List<BalanceTransaction>> besidesOn = new HashMap<>();

    private static final Arrivals NOBODY = new Arrivals() {
        @Override
        public Optional<Instant> newest() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> namedIn(String words) {
            return Optional.empty();
        }

        @Override
        public Taken take(ProcessorMovement movement, UUID reference) {
            return Taken.LATER;
        }

        @Override
        public void tellOther(ProcessorMovement movement, UUID reference) {}

        @Override
        public List<Money> awaited(UUID reference) {
            return List.of();
        }

        @Override
        public Back takeBack(ProcessorMovement back, String topUp, UUID reference) {
            return Back.NOTHING;
        }
    };

    /** Who awaits money. */
    public Arrivals awaiting = NOBODY;

    public final TakeArrivals arrivals;

    /** Accounts of Pools' own. */
    public final List<OwnAccounts.Own> own = new ArrayList<>();

    private final PaymentProcessor processor;

    public ReconcilingHouse(TestDatabase db) {
        this(db, new MoneyHouse(db));
    }

    private ReconcilingHouse(TestDatabase db, MoneyHouse money) {
        this.money = money;
        processor = withMovementsBesides(money.processor);
        ReadLists lists = new ReadLists(db.transactions(), db.store(SqlCursorStore.class), money.clock);
        catchUp = new CatchUpEvents(
                lists, new CatchUpEvents.Source(processor, List::of), money.inbox, money.webhook, money.clock);
        MovementStore movements = db.store(SqlMovementStore.class);
        DifferenceStore differences = db.store(SqlDifferenceStore.class);
        Concerned concerned = new SqlConcerned(db.jdbi());
        RunStore runs = db.store(SqlRunStore.class);
        money.homeStops = new LackStopsHome(runs);
        MatchSubjects.Sides sides = new MatchSubjects.Sides(
                movements,
                List.of(
                        db.store(SqlCardMovements.class),
                        db.store(SqlPayoutMovements.class),
                        db.store(SqlArrivals.class)));
        TreasuryDesk desk =
                new TreasuryDesk(db.transactions(), money.contributions, db.store(SqlChargeStore.class), money.clock);
        arrivals = new TakeArrivals(db.transactions(), db.store(SqlTopUpStore.class), movements, new Arrivals() {
            @Override
            public Optional<Instant> newest() {
                return awaiting.newest();
            }

            @Override
            public Optional<UUID> namedIn(String words) {
                return awaiting.namedIn(words);
            }

            @Override
            public Taken take(ProcessorMovement movement, UUID reference) {
                return awaiting.take(movement, reference);
            }

            @Override
            public void tellOther(ProcessorMovement movement, UUID reference) {
                awaiting.tellOther(movement, reference);
            }

            @Override
            public List<Money> awaited(UUID reference) {
                return awaiting.awaited(reference);
            }

            @Override
            public Back takeBack(ProcessorMovement back, String topUp, UUID reference) {
                return awaiting.takeBack(back, topUp, reference);
            }
        });
        reconcile = new Reconcile(
                lists,
                new FetchMovements(lists, processor, db.transactions(), movements, money.clock),
                new MatchSubjects(db.transactions(), sides, differences, money.ids, money.clock),
                new SumUp(
                        processor,
                        db.store(SqlHeldTotals.class),
                        movements,
                        () -> own,
                        new SumUp.Cover(concerned, differences)),
                new Reconcile.Desk(
                        sides,
                        differences,
                        new RecordRun(db.transactions(), runs, differences, movements, money.clock),
                        new RepairDifferences(differences, movements, new RepairPayment(desk, money.check, () -> {})),
                        new StopDiffering(
                                differences,
                                new BooksOfDifferences(movements, concerned, () -> own),
                                concerned,
                                () -> own,
                                money.freezes),
                        arrivals,
                        () -> own,
                        money.ids,
                        money.clock));
        claim = new ClaimAsOwn(db.transactions(), differences, movements, money.clock);
        settle = new SettleCustody(db.transactions(), money.ledger, movements, money.ids, money.clock);
        read = new ReadReconciliation(runs, differences, new ReadInbox(money.inbox));
    }

    /** The same on another node. */
    public ReconcilingHouse onAnotherNode(TestDatabase node) {
        return new ReconcilingHouse(node, money.onAnotherNode(node));
    }

    /** Compares when everything is old enough to be judged, and answers what was found. */
    public Run compared() {
        money.clock.advance(Duration.ofMinutes(11));
        return comparedAtOnce();
    }

    public Run comparedAtOnce() {
        if (!reconcile.now()) {
            throw new AssertionError("not compared");
        }
        return read.latest().orElseThrow();
    }

    public List<Difference> differences() {
        return read.differences().stream()
                .map(DifferenceStore.Known::difference)
                .toList();
    }

    /** A contribution that was paid by this card; the events are answered, none is delivered. */
    public List<SignedEvent> pay(Contribution started, String card) {
        return money.sandbox.pay(started.page().orElseThrow().id(), card).events();
    }

    /** One that was paid and is booked. */
    public Contribution paid(long minor) {
        Contribution started = money.started(minor);
        money.pay(started).forEach(money::deliver);
        return money.present(started);
    }

    /** What the sandbox's clock makes happen. */
    public List<SignedEvent> due() {
        List<SignedEvent> events = new ArrayList<>();
        for (SandboxTask task : money.sandbox.due(100)) {
            events.addAll(task.events());
            money.sandbox.done(task.id());
        }
        return events;
    }

    /** Somebody is paid this much. */
    public Payout payOut(long minor) {
        InvitePayee.Invited invited = money.invite.invite(
                money.member("Ana"),
                new InvitePayee.Invitation(
                        money.ids.newId(), BodyRef.Kind.POOL, "sunday-readers", "Chi Nwosu", Optional.empty()));
        String token = invited.onboardingUrl().split("token=")[1];
        money.onboard.begin(invited.payee().id(), token, Optional.of("DE"));
        String account = money.payees
                .find(invited.payee().id())
                .orElseThrow()
                .accountId()
                .orElseThrow();
        money.sandbox.completeOnboarding(account).forEach(money::deliver);
        money.refresh.present(invited.payee().id());
        Action.Pay pay = new Action.Pay(invited.payee().id(), Money.of(minor, "EUR"), "a room");
        Payout payout = money.order.order(money.pool, money.ids.newId(), pay);
        money.work();
        return money.payouts.find(payout.id()).orElseThrow();
    }

    private PaymentProcessor withMovementsBesides(PaymentProcessor real) {
        Class<?>[] ports = {PaymentProcessor.class};
        return (PaymentProcessor) Proxy.newProxyInstance(
                PaymentProcessor.class.getClassLoader(), ports, (self, method, arguments) -> {
                    try {
                        Object answer = method.invoke(real, arguments);
                        return switch (method.getName()) {
                            case "listBalanceTransactions" -> withBesides((Page<?>) answer, besidesOf(arguments[2]));
                            case "readBalance" -> balanceWithBesides((List<?>) answer, besidesOf(arguments[0]));
                            default -> answer;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private List<BalanceTransaction> besidesOf(Object account) {
        List<BalanceTransaction> all = new ArrayList<>(besides);
        all.addAll(besidesOn.getOrDefault(account, List.of()));
        return all;
    }

    private static Page<?> withBesides(Page<?> page, List<BalanceTransaction> besides) {
        List<Object> all = new ArrayList<>(page.items());
        if (page.next().isEmpty()) {
            all.addAll(besides);
        }
        return new Page<>(all, page.next());
    }

    private static List<?> balanceWithBesides(List<?> balances, List<BalanceTransaction> besides) {
        List<Object> all = new ArrayList<>(balances);
        besides.forEach(one -> all.add(new ProcessorBalance(one.currency(), one.netMinor(), 0)));
        return all;
    }
}
