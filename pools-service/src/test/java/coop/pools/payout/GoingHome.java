package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.app.BookChecks;
import coop.pools.custody.domain.Custody;
import coop.pools.custody.sql.SqlCustodyStore;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.kernel.Money;
import coop.pools.ledger.BookCheck;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlHomeStore;
import coop.pools.pool.domain.Pool;
import coop.pools.pool.sql.SqlPoolStore;
import coop.pools.reconciliation.OwnAccounts;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.ReconcilingHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Pool with an account of its own, of which the operator has something. */
abstract class GoingHome {
    ReconcilingHouse house;
    UUID pool;
    String account;
    SendHome home;
    boolean breaking;

    void meet(TestDatabase db) {
        meet(db, "Readers");
    }

    /** @param named what the processor knows the Pool's account by */
    void meet(TestDatabase db, String named) {
        house = new ReconcilingHouse(db);
        pool = house.money.pool.id();
        UUID founder = house.money.member("Ana").person().orElseThrow();
        house.paid(50_000);
        house.money.clock.advance(Duration.ofDays(8));
        house.money.work();
        account = house.money
                .processor
                .createPoolAccount(
                        new PayeeRequest(pool.toString(), named, Optional.empty(), "DE", Currency.getInstance("EUR")))
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

    Optional<String> placeOf(UUID owner) {
        if (breaking) {
            throw new IllegalStateException("broken for " + owner);
        }
        return Optional.of(account);
    }

    void chosen(TestDatabase db, UUID founder) {
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
    void withOperator(long minor, String from) {
        move(Accounts.WITH_OPERATOR, from, minor);
    }

    void move(String debit, String credit, long minor) {
        Transfer transfer = new Transfer(debit, credit, Money.of(minor, "EUR"), "a test");
        Cause cause = new Cause("flood-left", house.money.ids.newId());
        house.money
                .db
                .transactions()
                .inTransaction(() -> house.money.ledger.post(
                        new Posting(pool, cause, house.money.clock.instant(), "processor", List.of(transfer))));
    }

    void work() {
        home.run(100);
        house.money.work();
        home.run(100);
    }

    long total() {
        return house.money.cents(Accounts.AVAILABLE)
                + house.money.cents(Accounts.WITH_OPERATOR)
                + house.money.cents(Accounts.COMING_HOME);
    }

    void audited() {
        TestDatabase db = house.money.db;
        for (BookCheck check : BookChecks.all(db.jdbi(), db.transactions(), house.money.clock)) {
            assertThat(check.wrongWith(pool, 0)).isEmpty();
        }
    }

    /** A movement on the platform's account of which the books know nothing. */
    static BalanceTransaction moved(String id, String category, long minor) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(
                id, category, Optional.empty(), Optional.empty(), minor, 0, minor, Currency.getInstance("EUR"), at, at);
    }

    List<Payout> sent() {
        return house.money.payouts.ofBody(pool, Optional.empty(), 50);
    }
}
