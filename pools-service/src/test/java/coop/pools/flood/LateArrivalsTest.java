package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Freeze;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What arrives though two stewards have said that it came back or could not be sent. */
class LateArrivalsTest {
    private static final UUID ANA = new UUID(1, 1);

    private Valley valley;
    private MemberPool mill;
    private MemberPool quay;
    private Flood river;

    private void meet(TestDatabase db) {
        valley = new Valley(db);
        mill = valley.pool("mill", "EUR", ANA);
        quay = valley.pool("quay", "EUR", ANA);
        valley.contribute(mill, 30_000);
        valley.contribute(quay, 30_000);
        valley.own.hasItsOwn(mill);
        river = valley.flood("River", mill, quay);
    }

    private UUID saidToBeBack(long minor) {
        UUID payout = valley.own.order(river, mill, minor);
        valley.own.sent(payout);
        valley.own.cameBack(payout);
        return payout;
    }

    private long lacking() {
        return valley.balance(mill.id(), Accounts.SHORTFALL);
    }

    @EveryDatabase
    void whatWasSaidToHaveComeBackIsThePoolsWithTheOperatorAndNoStake(TestDatabase db) {
        meet(db);
        UUID payout = saidToBeBack(5_000);
        assertThat(valley.available(mill)).isEqualTo(30_000);
        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.arrives(payout, "txn_again", Valley.eur(5_000)))
                .as("once")
                .isFalse();
        assertThat(valley.own.withOperator(mill)).isEqualTo(5_000);
        assertThat(valley.available(mill)).as("it never was there").isEqualTo(25_000);
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        assertThat(valley.stake(river, mill)).isZero();
        assertThat(valley.balance(river.id(), Accounts.AVAILABLE)).isZero();
        assertThat(valley.available(quay)).isEqualTo(30_000);
        assertThat(lacking()).isZero();
        assertThat(valley.own.present(payout).state()).isEqualTo(PayoutState.REVERSED);
        assertThat(valley.freezes.isFrozen(mill.id())).isFalse();
    }

    @EveryDatabase
    void soIsWhatWasSaidNotToHaveBeenSent(TestDatabase db) {
        meet(db);
        UUID payout = valley.own.order(river, mill, 4_000);
        valley.own.notSent(payout);
        assertThat(valley.own.arrives(payout, "txn_less", Valley.eur(3_999))).isFalse();
        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.withOperator(mill)).isEqualTo(4_000);
        assertThat(valley.available(mill)).isEqualTo(26_000);
        assertThat(valley.stake(river, mill)).isZero();
    }

    @EveryDatabase
    void whoHasSpentItMeanwhileLacksItAndNobodyElse(TestDatabase db) {
        meet(db);
        UUID payout = saidToBeBack(20_000);
        UUID other = valley.own.order(river, mill, 25_000);
        valley.own.sent(other);
        assertThat(valley.available(mill)).isEqualTo(5_000);
        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.withOperator(mill)).isEqualTo(20_000);
        assertThat(valley.available(mill)).isZero();
        assertThat(lacking()).as("until it is home").isEqualTo(15_000);
        assertThat(valley.freezes.of(mill.id())).extracting(Freeze::reason).containsExactly(Freeze.Reason.SHORTFALL);
        assertThat(valley.freezes.isFrozen(river.id())).isFalse();
        assertThat(valley.freezes.isFrozen(quay.id())).isFalse();
        assertThat(valley.own.arrives(other)).as("what is sent arrives").isTrue();
        assertThat(valley.stake(river, mill)).isEqualTo(25_000);
    }

    @EveryDatabase
    void whereTheOperatorHoldsTheMoneyByNowItIsOwedToTheFormerAccount(TestDatabase db) {
        meet(db);
        UUID payout = saidToBeBack(5_000);
        valley.own.hasItsOwnNoMore(mill);
        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.withOperator(mill)).isZero();
        assertThat(valley.available(mill)).isEqualTo(30_000);
        assertThat(valley.balance(mill.id(), Accounts.KEPT_BACK)).isEqualTo(5_000);
        assertThat(valley.balance(mill.id(), Accounts.OWED_TO_OWN_ACCOUNT)).isEqualTo(5_000);
    }

    @EveryDatabase
    void soItIsWhileThePoolOpensAnAccountAnew(TestDatabase db) {
        meet(db);
        UUID payout = saidToBeBack(5_000);
        valley.own.opensItsOwn(mill);
        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.withOperator(mill)).isZero();
        assertThat(valley.available(mill)).as("it is the operator's").isEqualTo(30_000);
        assertThat(valley.balance(mill.id(), Accounts.KEPT_BACK)).isEqualTo(5_000);
        assertThat(valley.balance(mill.id(), Accounts.OWED_TO_OWN_ACCOUNT)).isEqualTo(5_000);
        assertThat(valley.freezes.isFrozen(mill.id())).isFalse();
    }

    @EveryDatabase
    void ofTheWordAndTheArrivalAtOnceOneIsFirst(TestDatabase db) throws Exception {
        meet(db);
        ExecutorService two = Executors.newFixedThreadPool(2);
        long stake = 0;
        long late = 0;
        for (int i = 0; i < 12; i++) {
            UUID payout = valley.own.order(river, mill, 1_000);
            valley.own.sent(payout);
            List<Future<String>> done = two.invokeAll(
                    List.<Callable<String>>of(() -> word(payout), () -> String.valueOf(valley.own.arrives(payout))));
            boolean said = done.get(0).get().equals("said");
            assertThat(done.get(0).get()).isIn("said", "HAS_ARRIVED");
            assertThat(done.get(1).get()).isEqualTo("true");
            stake += said ? 0 : 1_000;
            late += said ? 1_000 : 0;
            assertThat(valley.stake(river, mill)).isEqualTo(stake);
            assertThat(valley.own.withOperator(mill)).isEqualTo(late);
            assertThat(valley.available(mill)).isEqualTo(30_000 - stake - late);
            assertThat(valley.own.onTheWay(river, mill)).isZero();
        }
        two.shutdown();
    }

    private String word(UUID payout) {
        try {
            valley.own.cameBack(payout);
            return "said";
        } catch (Refused refused) {
            return refused.code().name();
        }
    }
}
