package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Freeze;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.sql.SqlHomeStore;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;

/** What cannot go home stays where it is, and is looked at again in its time. */
class HomeWaitsTest extends GoingHome {
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
    void whatIsTakenBackIsToldOnBothAccountsAndTriedTheNextDay(TestDatabase db) {
        meet(db, "Bounce");
        long all = total();
        work();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
        house.money.clock.advance(Duration.ofDays(2).plusMinutes(1));
        house.due().forEach(house.money::deliver);
        assertThat(sent()).extracting(Payout::state).containsExactly(PayoutState.REVERSED);
        assertThat(house.money.cents(Accounts.WITH_OPERATOR)).isEqualTo(all);
        Run run = house.compared();
        assertThat(house.differences()).isEmpty();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(house.money.freezes.of(pool)).isEmpty();
        audited();
        work();
        assertThat(sent()).as("not at once").hasSize(1);
        house.money.clock.advance(Duration.ofDays(1));
        work();
        assertThat(house.money.cents(Accounts.AVAILABLE)).isEqualTo(all);
        assertThat(sent()).hasSize(2);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
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
}
