package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.exit.sql.SqlExitStore;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.sql.SqlHandOverStore;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the operator has of a Pool with an account of its own goes there, once and to the cent. */
class SendHomeTest extends GoingHome {
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
