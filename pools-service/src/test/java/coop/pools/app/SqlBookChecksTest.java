package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class SqlBookChecksTest {
    @EveryDatabase
    void contributionsFitToTheBookUntilOneIsChanged(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.pay(house.started(2500)).forEach(house::deliver);
        house.work();
        UUID pool = house.pool.id();
        SqlContributionsCheck check = new SqlContributionsCheck(db.jdbi());
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        assertThat(check.wrongWith(pool, 1)).isEmpty();
        db.jdbi().useHandle(handle -> handle.execute("update contribution_share set amount = amount + 1"));
        assertThat(check.wrongWith(pool, 0).orElseThrow()).contains("entry 1 books a contribution");
        db.jdbi().useHandle(handle -> handle.execute("update contribution_share set amount = amount - 1"));
        UUID other = house.started(700).id();
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        db.jdbi()
                .useHandle(handle -> handle.createUpdate("update contribution set state = 'paid' where id = :id")
                        .bind("id", other)
                        .execute());
        assertThat(check.wrongWith(pool, 0)).contains("contribution " + other + " was paid and is not booked");
        assertThat(check.wrongWith(pool, 1)).as("left to the daily audit").isEmpty();
    }

    /** Each of its questions is one statement, so that it sees a payment and its entries together or not at all. */
    @EveryDatabase
    void nothingIsWrongInTheMiddleOfPostings(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        SqlContributionsCheck check = new SqlContributionsCheck(db.jdbi());
        UUID pool = house.pool.id();
        List<String> wrong = new CopyOnWriteArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Thread auditor = new Thread(() -> {
            while (!over.get()) {
                check.wrongWith(pool, 0).ifPresent(wrong::add);
                check.wrongWith(pool, 1).ifPresent(wrong::add);
                asked.incrementAndGet();
            }
        });
        auditor.start();
        try {
            for (int i = 0; i < 40; i++) {
                house.pay(house.started(2500 + i)).forEach(house::deliver);
            }
        } finally {
            over.set(true);
            auditor.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(asked.get()).as("times asked meanwhile").isGreaterThan(5);
        assertThat(house.cents("income:contributions")).isPositive();
    }

    @EveryDatabase
    void payoutsFitToTheBookInEveryStateUntilOneIsChanged(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.fill(10_000);
        UUID pool = house.pool.id();
        SqlPayoutsCheck check = new SqlPayoutsCheck(db.jdbi());
        Payee payee = ready(house);
        Payout payout = house.order.order(
                house.pool, house.ids.newId(), new Action.Pay(payee.id(), Money.of(4000, "EUR"), "Room for May"));
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        house.work();
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        assertThat(check.wrongWith(pool, 1)).isEmpty();
        for (String state : new String[] {"failed", "reserved"}) {
            db.jdbi()
                    .useHandle(handle -> handle.createUpdate("update payout set state = :state")
                            .bind("state", state)
                            .execute());
            assertThat(check.wrongWith(pool, 0))
                    .contains("payout " + payout.id() + " does not stand in the book as its state says");
        }
        db.jdbi().useHandle(handle -> handle.execute("delete from payout"));
        assertThat(check.wrongWith(pool, 0).orElseThrow()).contains("about a payout that does not exist");
    }

    @EveryDatabase
    void bothSidesOfAStakeSayTheSameUntilOneIsChanged(TestDatabase db) {
        UUID pool = new UUID(1, 1);
        UUID flood = new UUID(1, 2);
        db.jdbi().useHandle(handle -> {
            for (String sql : new String[] {
                "insert into book (id, currency, head_seq, head_hash, opened_at) values (:pool, 'EUR', 0, :hash, :now)",
                "insert into book (id, currency, head_seq, head_hash, opened_at) values (:flood, 'EUR', 0, :hash, :now)",
                "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)"
                        + " values (:pool, 'games', 'Games', 'EUR', 'una', 'csv', 'g', 0, :now)",
                "insert into flood (id, slug, name, purpose, currency, state, founder, created_at)"
                        + " values (:flood, 'river', 'River', 'A stage', 'EUR', 'active', :pool, :now)",
                "insert into flood_invitation (flood_id, pool_id, proposal_id, invited_at)"
                        + " values (:flood, :pool, :pool, :now)",
            }) {
                handle.createUpdate(sql)
                        .bind("pool", pool)
                        .bind("flood", flood)
                        .bind("hash", new byte[32])
                        .bind("now", new MoneyHouse(db).clock.instant())
                        .execute();
            }
        });
        Map<String, Long> inFlood = Map.of(
                "equity:stakes:games", 5L,
                "equity:bucket:bread:games", 2L,
                "equity:earmarks:games", 7L,
                "equity:earmarks-committed:games", 3L,
                "assets:held:available", 7L,
                "assets:earmarked:available", 10L);
        inFlood.forEach((name, balance) -> account(db, flood, name, balance));
        account(db, pool, "assets:floods:river", 7);
        account(db, pool, "assets:held:earmarked:river", 10);
        SqlFloodsCheck check = new SqlFloodsCheck(db.jdbi());
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        assertThat(check.wrongWith(flood, 0)).isEmpty();
        for (String name : inFlood.keySet()) {
            change(db, flood, name, 1);
            assertThat(check.wrongWith(flood, 0)).as(name).isPresent();
            change(db, flood, name, -1);
        }
        for (String name : new String[] {"assets:floods:river", "assets:held:earmarked:river"}) {
            change(db, pool, name, 1);
            assertThat(check.wrongWith(pool, 0)).as(name).isPresent();
            assertThat(check.wrongWith(flood, 0)).as(name).isPresent();
            change(db, pool, name, -1);
        }
    }

    private static void account(TestDatabase db, UUID book, String name, long balance) {
        db.jdbi()
                .useHandle(handle -> handle.createUpdate("insert into account (book_id, no, name, guarded, balance)"
                                + " values (:book, (select count(*) + 1 from account where book_id = :book),"
                                + " :name, true, :balance)")
                        .bind("book", book)
                        .bind("name", name)
                        .bind("balance", balance)
                        .execute());
    }

    private static void change(TestDatabase db, UUID book, String name, long by) {
        db.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "update account set balance = balance + :by where book_id = :book and name = :name")
                        .bind("by", by)
                        .bind("book", book)
                        .bind("name", name)
                        .execute());
    }

    private static Payee ready(MoneyHouse house) {
        InvitePayee.Invited invited = house.invite.invite(
                house.member("Ana"),
                new InvitePayee.Invitation(
                        house.ids.newId(), BodyRef.Kind.POOL, "sunday-readers", "Chi Nwosu", Optional.empty()));
        UUID payee = invited.payee().id();
        house.onboard.begin(payee, invited.onboardingUrl().split("token=")[1], Optional.of("DE"));
        String account = house.payees.find(payee).orElseThrow().accountId().orElseThrow();
        house.sandbox.completeOnboarding(account).forEach(house::deliver);
        return house.refresh.present(payee);
    }
}
