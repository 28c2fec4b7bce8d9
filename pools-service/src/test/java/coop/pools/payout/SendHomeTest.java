package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.app.BookChecks;
import coop.pools.custody.domain.Custody;
import coop.pools.custody.sql.SqlCustodyStore;
import coop.pools.exit.sql.SqlExitStore;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.kernel.Money;
import coop.pools.ledger.BookCheck;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.payout.sql.SqlHomeStore;
import coop.pools.pool.domain.Pool;
import coop.pools.pool.sql.SqlPoolStore;
import coop.pools.reconciliation.OwnAccounts;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor;
import coop.pools.testing.ReconcilingHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the operator has of a Pool with an account of its own goes there, once and to the cent. */
class SendHomeTest {
    private ReconcilingHouse house;
    private UUID pool;
    private String account;
    private SendHome home;
    private boolean breaking;

    private void meet(TestDatabase db) {
        house = new ReconcilingHouse(db);
        pool = house.money.pool.id();
        UUID founder = house.money.member("Ana").person().orElseThrow();
        house.paid(50_000);
        house.money.clock.advance(Duration.ofDays(8));
        house.money.work();
        account = house.money
                .processor
                .createPoolAccount(new PayeeRequest(
                        pool.toString(), "Readers", Optional.empty(), "DE", Currency.getInstance("EUR")))
                .accountId();
        house.money.sandbox.completeOnboarding(account).forEach(house.money::deliver);
        house.money.places = owner -> Optional.of(account);
        house.money.way = Payout.Way.STEWARDS;
        house.own.add(new OwnAccounts.Own(pool, account, true));
        db.transactions().inTransaction(() -> chosen(db, founder));
        home = new SendHome(
                new PayoutDesk(
                        db.transactions(),
                        house.money.payouts,
                        Map.of(BodyRef.Kind.POOL, house.money.books),
                        house.money.freezes,
                        house.money.clock,
                        () -> {}),
                house.money.order,
                new SendHome.Homes(
                        db.store(SqlHomeStore.class),
                        this::placeOf,
                        house.money.payees,
                        currency -> house.money.homeStops.isLacking(currency)),
                house.money.ledger,
                house.money.processor);
        // All that the cards have brought is with the operator: the account has nothing yet.
        withOperator(house.money.cents(Accounts.AVAILABLE), Accounts.AVAILABLE);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    private Optional<String> placeOf(UUID owner) {
        if (breaking) {
            throw new IllegalStateException("broken for " + owner);
        }
        return Optional.of(account);
    }

    private void chosen(TestDatabase db, UUID founder) {
        Instant now = house.money.clock.instant();
        db.store(SqlPoolStore.class)
                .insert(new Pool(pool, "sunday-readers", "Sunday Readers", "EUR", "none", 1, now), "test", "readers");
        db.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into membership (pool_id, person_id, joined_version, number, joined_at)
                        values (:pool, :founder, 1, 1, :now)
                        """)
                        .bind("pool", pool)
                        .bind("founder", founder)
                        .bind("now", now)
                        .execute());
        Custody custody = new Custody(
                pool,
                Custody.State.ONBOARDING,
                Optional.of("DE"),
                Optional.of(account),
                house.money.ids.newId(),
                now,
                Optional.empty(),
                Backoff.none());
        db.store(SqlCustodyStore.class).insert(custody);
        db.store(SqlCustodyStore.class).save(custody.active(now));
    }

    /** So much is with the operator from now on. */
    private void withOperator(long minor, String from) {
        move(Accounts.WITH_OPERATOR, from, minor);
    }

    private void move(String debit, String credit, long minor) {
        Transfer transfer = new Transfer(debit, credit, Money.of(minor, "EUR"), "a test");
        Cause cause = new Cause("flood-left", house.money.ids.newId());
        house.money
                .db
                .transactions()
                .inTransaction(() -> house.money.ledger.post(
                        new Posting(pool, cause, house.money.clock.instant(), "processor", List.of(transfer))));
    }

    private void work() {
        home.run(100);
        house.money.work();
        home.run(100);
    }

    private long total() {
        return house.money.cents(Accounts.AVAILABLE)
                + house.money.cents(Accounts.WITH_OPERATOR)
                + house.money.cents(Accounts.COMING_HOME);
    }

    private void audited() {
        TestDatabase db = house.money.db;
        for (BookCheck check : BookChecks.all(db.jdbi(), db.transactions(), house.money.clock)) {
            assertThat(check.wrongWith(pool, 0)).isEmpty();
        }
    }

    /** A movement on the platform's account of which the books know nothing. */
    private static BalanceTransaction moved(String id, String category, long minor) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(
                id, category, Optional.empty(), Optional.empty(), minor, 0, minor, Currency.getInstance("EUR"), at, at);
    }

    private List<Payout> sent() {
        return house.money.payouts.ofBody(pool, Optional.empty(), 50);
    }

    @EveryDatabase
    void whatTheOperatorHasGoesToTheAccountAndBothSidesAgree(TestDatabase db) {
        meet(db);
        long all = total();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all).isPositive();
        home.run(100);
        assertThat(house.money.cents(Accounts.COMING_HOME)).isEqualTo(all);
        assertThat(house.money.cents(Accounts.AVAILABLE)).as("not there yet").isZero();
        assertThat(house.compared().result()).as("while it is under way").isEqualTo(Run.Result.EXACT);
        audited();
        house.money.work();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
        assertThat(house.money.cents(Accounts.COMING_HOME)).isZero();
        assertThat(sent()).extracting(Payout::state).containsExactly(PayoutState.PAID);
        assertThat(sent().get(0).ground().isHome()).isTrue();
        Run run = house.compared();
        assertThat(house.differences()).isEmpty();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(house.money
                        .processor
                        .readBalance(Optional.of(account))
                        .get(0)
                        .availableMinor())
                .isEqualTo(all);
        audited();
        assertThat(home.run(100)).as("nothing is left").isZero();
        assertThat(db.store(SqlExitStore.class).turns(pool))
                .as("nobody has lost anything by it")
                .isEmpty();
    }

    @EveryDatabase
    void aLostAnswerSendsItOnce(TestDatabase db) {
        meet(db);
        long all = total();
        house.money.faulty.breakNext(
                "sendTransfer", FaultyProcessor.Fault.ANSWER_LOST, FaultyProcessor.Fault.ANSWER_LOST);
        work();
        assertThat(total()).isEqualTo(all);
        for (int i = 0; i < 6; i++) {
            house.money.clock.advance(Duration.ofHours(8));
            work();
        }
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
        assertThat(sent()).hasSize(1);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(house.money
                        .processor
                        .readBalance(Optional.of(account))
                        .get(0)
                        .availableMinor())
                .isEqualTo(all);
    }

    @EveryDatabase
    void whatWasRefusedStaysTheirsAndIsTriedAgainTheNextDay(TestDatabase db) {
        meet(db);
        long all = total();
        house.money.faulty.breakNext("sendTransfer", FaultyProcessor.Fault.REFUSED);
        work();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all);
        assertThat(sent()).extracting(Payout::state).containsExactly(PayoutState.FAILED);
        house.money.clock.advance(Duration.ofHours(23));
        work();
        assertThat(sent()).as("not at once").hasSize(1);
        house.money.clock.advance(Duration.ofHours(2));
        work();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
        assertThat(sent()).hasSize(2);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void whatThePoolOwesThereStaysThere(TestDatabase db) {
        meet(db);
        long all = total();
        move(Accounts.KEPT_BACK, Accounts.OWED_TO_OPERATOR, 1_000);
        work();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(1_000);
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all - 1_000);
    }

    @EveryDatabase
    void manyAtOnceSendItOnce(TestDatabase db) throws Exception {
        meet(db);
        long all = total();
        ExecutorService many = Executors.newFixedThreadPool(6);
        List<Callable<Integer>> tries = Collections.nCopies(6, () -> home.run(100));
        for (Future<Integer> one : many.invokeAll(tries)) {
            one.get();
        }
        many.shutdown();
        assertThat(sent()).hasSize(1);
        assertThat(house.money.cents(Accounts.COMING_HOME)).isEqualTo(all);
    }

    @EveryDatabase
    void aBrokenBookKeepsItAndALackDoesNot(TestDatabase db) {
        meet(db);
        house.money.freezes.freeze(pool, Freeze.Reason.AUDIT, "broken");
        work();
        assertThat(sent()).isEmpty();
        house.money.freezes.lift(pool, Freeze.Reason.AUDIT, "mended");
        house.money.clock.advance(Duration.ofMinutes(16));
        house.money.freezes.freeze(pool, Freeze.Reason.SHORTFALL, "lacks money");
        work();
        assertThat(sent()).extracting(Payout::state).containsExactly(PayoutState.PAID);
    }

    @EveryDatabase
    void theProcessorIsNotAskedAboutABookThatIsStopped(TestDatabase db) {
        meet(db);
        house.money.freezes.freeze(pool, Freeze.Reason.AUDIT, "broken");
        home.run(100);
        home.run(100);
        assertThat(house.money.faulty.calls("allowTransfers")).isEmpty();
    }

    @EveryDatabase
    void whatIsStoppedKeepsNobodyWaiting(TestDatabase db) {
        meet(db);
        house.money.freezes.freeze(pool, Freeze.Reason.AUDIT, "broken");
        SqlHomeStore store = db.store(SqlHomeStore.class);
        Instant now = house.money.clock.instant();
        assertThat(store.waiting(now, now, 1)).hasSize(1);
        home.run(1);
        assertThat(store.waiting(now, now, 1)).isEmpty();
        assertThat(store.waiting(now.plus(Duration.ofMinutes(15)), now, 1)).hasSize(1);
    }

    @EveryDatabase
    void anAccountThatRefusesIsAskedOnceADay(TestDatabase db) {
        meet(db);
        long all = total();
        house.money.faulty.breakNext("allowTransfers", FaultyProcessor.Fault.REFUSED);
        work();
        house.money.clock.advance(Duration.ofHours(23));
        work();
        assertThat(house.money.faulty.calls("allowTransfers")).hasSize(1);
        house.money.clock.advance(Duration.ofHours(2));
        work();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
    }

    @EveryDatabase
    void whatAnAccountDoesNotReceiveStaysWhereItCanBeSettled(TestDatabase db) {
        meet(db);
        long all = total();
        house.money.faulty.breakNext("allowTransfers", FaultyProcessor.Fault.REFUSED);
        work();
        assertThat(sent()).isEmpty();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all);
        assertThat(house.settle.settle(pool, "paid to their bank")).contains(Money.of(-all, "EUR"));
    }

    @EveryDatabase
    void whatBreaksForOnePoolIsTriedTheNextDay(TestDatabase db) {
        meet(db);
        breaking = true;
        assertThat(home.run(100)).isZero();
        breaking = false;
        assertThat(home.run(100)).isZero();
        house.money.clock.advance(Duration.ofDays(1));
        work();
        assertThat(sent()).extracting(Payout::state).containsExactly(PayoutState.PAID);
    }

    @EveryDatabase
    void nothingGoesHomeWhileTheOperatorLacksMoney(TestDatabase db) {
        meet(db);
        long all = total();
        house.besides.add(moved("txn_taken", "payout", -20_000));
        house.compared();
        house.compared();
        work();
        assertThat(sent()).isEmpty();
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all);
        house.besides.add(moved("txn_back", "topup", 20_000));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        house.money.clock.advance(Duration.ofMinutes(16));
        work();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
    }

    @EveryDatabase
    void whatIsOrderedWaitsToo(TestDatabase db) {
        meet(db);
        long all = total();
        home.run(100);
        house.besides.add(moved("txn_taken", "payout", -20_000));
        house.compared();
        house.compared();
        work();
        assertThat(house.money.cents(Accounts.COMING_HOME)).isEqualTo(all);
        assertThat(sent()).extracting(Payout::note).containsExactly("Payouts of the operator are stopped");
        house.money.clock.advance(Duration.ofDays(31));
        work();
        assertThat(sent()).extracting(Payout::state).containsExactly(PayoutState.FAILED);
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all);
    }

    @EveryDatabase
    void whatIsHandedOverToAFloodIsNoLossOfItsMembers(TestDatabase db) {
        meet(db);
        work();
        Payout given = house.payOut(2_000);
        assertThat(db.store(SqlExitStore.class).turns(pool)).hasSize(1);
        UUID flood = house.money.anotherPool("river").id();
        db.store(SqlHandOverStore.class).insert(given.id(), flood, "river");
        assertThat(db.store(SqlExitStore.class).turns(pool)).isEmpty();
    }
}
