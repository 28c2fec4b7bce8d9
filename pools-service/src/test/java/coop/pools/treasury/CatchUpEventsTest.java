package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.ledger.domain.Accounts;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.ProcessorLog;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.sql.SqlCursorStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class CatchUpEventsTest {
    @EveryDatabase
    void hoursWithoutWebhooksAreCaughtUpAtTheStartAndOnce(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        ProcessorLog log = new ProcessorLog(house, 2);
        List<Contribution> paid = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            paid.add(house.started(1000));
            log.happened(house.pay(paid.get(i)));
        }
        house.clock.advance(Duration.ofHours(6));
        CatchUpEvents catchUp = catchUp(house, db, log);

        assertThat(catchUp.run(100)).isEqualTo(9);
        paid.forEach(one -> assertThat(house.present(one).state()).isEqualTo(ContributionState.AVAILABLE));
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(3000);
        assertThat(catchUp.run(100)).isZero();
        house.clock.advance(Duration.ofMinutes(10));
        assertThat(catchUp.run(100)).isZero();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(3000);
    }

    @EveryDatabase
    void anEventThatWasDeliveredIsNotTakenAgainAndOneThatIsLateIs(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        ProcessorLog log = new ProcessorLog(house, 100);
        CatchUpEvents catchUp = catchUp(house, db, log);
        catchUp.run(100);

        Contribution delivered = house.started(1000);
        house.pay(delivered).forEach(event -> {
            house.deliver(event);
            log.happened(List.of(event));
        });
        house.clock.advance(Duration.ofMinutes(50));
        assertThat(catchUp.run(100)).isZero();
        Contribution late = house.started(1000);
        log.happened(house.pay(late));
        house.clock.advance(Duration.ofMinutes(9));
        assertThat(catchUp.run(100)).as("not due yet").isZero();
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(catchUp.run(100)).isEqualTo(3);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @EveryDatabase
    void troubleLeavesNothingOut(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        ProcessorLog log = new ProcessorLog(house, 2);
        for (int i = 0; i < 4; i++) {
            log.happened(house.pay(house.started(1000)));
        }
        log.failAfter(3);
        CatchUpEvents catchUp = catchUp(house, db, log);

        assertThat(catchUp.run(100)).isEqualTo(6);
        assertThat(catchUp.run(100)).as("waits after trouble").isZero();
        log.happened(house.pay(house.started(1000)));
        house.clock.advance(Duration.ofMinutes(2));
        assertThat(catchUp.run(100)).as("goes on where it stopped").isEqualTo(6);
        house.clock.advance(Duration.ofMinutes(10));
        assertThat(catchUp.run(100)).as("what came meanwhile").isEqualTo(3);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(5000);
    }

    @EveryDatabase
    void aLongListIsReadInSeveralGoes(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        ProcessorLog log = new ProcessorLog(house, 1);
        for (int i = 0; i < 8; i++) {
            log.happened(house.pay(house.started(1000)));
        }
        CatchUpEvents catchUp = catchUp(house, db, log);
        assertThat(catchUp.run(100)).isEqualTo(20);
        assertThat(catchUp.run(100)).isEqualTo(4);
        assertThat(catchUp.run(100)).isZero();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(8000);
    }

    @EveryDatabase
    void eventsOfAPoolsOwnAccountAreCaughtUpFromItsOwnList(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        PayeeRequest request = new PayeeRequest(
                house.pool.id().toString(), "Readers", Optional.empty(), "DE", Currency.getInstance("EUR"));
        String account = house.sandbox.createPoolAccount(request).accountId();
        house.sandbox.completeOnboarding(account);
        house.accounts = pool -> Optional.of(account);
        Contribution direct = house.started(1000);
        ProcessorLog log = new ProcessorLog(house, 2);
        log.account(account);
        log.happened(house.pay(direct));

        assertThat(catchUp(house, db, log).run(100)).isEqualTo(3);
        assertThat(house.present(direct).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(catchUp(house, db, log).run(100)).isZero();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(1000);
    }

    @EveryDatabase
    void ofSeveralNodesOneAsks(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        ProcessorLog log = new ProcessorLog(house, 100);
        catchUp(house, db, log).run(100);
        log.happened(house.pay(house.started(1000)));
        house.clock.advance(Duration.ofMinutes(10));
        ReadLists lists = lists(house, db);
        ReadLists.Lease held = lists.take("events", false).orElseThrow();
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CatchUpEvents node = catchUp(house, db, log);
            nodes.add(() -> node.run(100));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        for (Future<Integer> done : threads.invokeAll(nodes)) {
            assertThat(done.get()).isZero();
        }
        threads.shutdown();
        assertThat(log.pagesAsked()).isEqualTo(1);
        held.release(house.clock.instant());
        assertThat(catchUp(house, db, log).run(100)).isEqualTo(3);
    }

    @EveryDatabase
    void aNodeThatDiesHoldsTheOthersUpForMinutesOnly(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        ProcessorLog log = new ProcessorLog(house, 100);
        log.happened(house.pay(house.started(1000)));
        assertThat(lists(house, db).take("events", true)).isPresent();
        CatchUpEvents other = catchUp(house, db, log);
        assertThat(other.run(100)).isZero();
        house.clock.advance(Duration.ofMinutes(5));
        assertThat(other.run(100)).isEqualTo(3);
    }

    @EveryDatabase
    void whatAnOperatorHasTriedAgainGoesTheNormalWay(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        boolean[] broken = {true};
        house.extraEffects.add(event -> {
            if (broken[0]) {
                throw new IllegalStateException("cannot now");
            }
            return Optional.empty();
        });
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_1", 2000, "eur"));
        house.deliver("{\"no\":\"id\"}");
        assertThat(house.inbox.unapplied()).hasSize(2);
        for (int i = 0; i < RetryEvents.MOST_TRIES; i++) {
            house.clock.advance(Duration.ofHours(5));
            house.work();
        }
        ReadInbox read = new ReadInbox(house.inbox);
        assertThat(read.setAside()).hasSize(2);
        assertThat(read.unapplied())
                .containsExactly(new InboxStore.Unapplied(
                        EventState.SET_ASIDE, 2, read.setAside().get(1).receivedAt()));

        broken[0] = false;
        RetrySetAside retry = new RetrySetAside(db.transactions(), house.inbox, house.clock, () -> {});
        assertThat(retry.retry(Optional.of("evt_none"))).isZero();
        assertThat(retry.retry(Optional.empty())).isEqualTo(1);
        house.work();
        assertThat(house.present(started).state().isBooked()).isTrue();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @EveryDatabase
    void anOperatorIsDoneWithAnEventForAReason(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.deliver(StripeEvents.paid("evt_1", house.ids.newId(), "pi_1", 2000, "eur"));
        DismissEvent dismiss = new DismissEvent(db.transactions(), house.inbox);
        assertThat(dismiss.dismiss("evt_2", "never seen")).isFalse();
        assertThat(dismiss.dismiss("evt_1", "a test of the shop's")).isTrue();
        assertThat(dismiss.dismiss("evt_1", "again")).isFalse();
        assertThat(house.inbox.unapplied()).isEmpty();
        assertThat(house.deliver(StripeEvents.paid("evt_1", house.ids.newId(), "pi_1", 2000, "eur")))
                .as("it is kept")
                .isFalse();
    }

    private static ReadLists lists(MoneyHouse house, TestDatabase db) {
        return new ReadLists(db.transactions(), db.store(SqlCursorStore.class), house.clock);
    }

    private static CatchUpEvents catchUp(MoneyHouse house, TestDatabase db, ProcessorLog log) {
        return new CatchUpEvents(
                lists(house, db),
                new CatchUpEvents.Source(log.port(), log::accounts),
                house.inbox,
                house.webhook,
                house.clock);
    }
}
