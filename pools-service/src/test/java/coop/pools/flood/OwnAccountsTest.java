package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices.Notice;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pools with accounts of their own give to Floods by the hands of two stewards, and get back what is theirs. */
class OwnAccountsTest {
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

    @EveryDatabase
    void whatStewardsHaveSentIsAStakeWhenItHasArrived(TestDatabase db) {
        meet(db);
        UUID payout = valley.own.order(river, mill, 10_000);
        assertThat(valley.available(mill)).isEqualTo(20_000);
        assertThat(valley.balance(mill.id(), Accounts.RESERVED)).as("set aside").isEqualTo(10_000);
        assertThat(valley.own.arrives(payout))
                .as("nobody has said that they sent it")
                .isFalse();
        assertThat(valley.stake(river, mill)).isZero();

        valley.own.sent(payout);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(valley.balance(mill.id(), Accounts.PAYOUTS))
                .as("still theirs")
                .isZero();
        assertThat(valley.stake(river, mill)).as("a word is no stake").isZero();

        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        assertThat(valley.stake(river, mill)).isEqualTo(10_000);
        assertThat(valley.balance(river.id(), Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(valley.balance(mill.id(), Accounts.inFlood(river.slug()))).isEqualTo(10_000);
    }

    @EveryDatabase
    void itIsHandedOverAlsoWhereOthersKeepTheirMoney(TestDatabase db) {
        meet(db);
        valley.rule(river, Fund.EARMARK, CostKey.EQUAL_POOLS, Shortfall.STOP);
        valley.own.handOver(river, mill, 10_000);
        valley.fund(river, quay, 10_000);
        assertThat(valley.balance(quay.id(), Accounts.earmarkedFor(river.slug())))
                .isEqualTo(10_000);
        Payout lights = valley.reserve(river, 6_000);
        valley.paid(lights);
        assertThat(valley.stake(river, mill)).isEqualTo(7_000);
        assertThat(valley.balance(quay.id(), Accounts.earmarkedFor(river.slug())))
                .isEqualTo(7_000);
        assertThat(valley.balance(mill.id(), Accounts.spentByFlood(river.slug())))
                .isEqualTo(3_000);
    }

    @EveryDatabase
    void whatDoesNotFitIsNotTaken(TestDatabase db) {
        meet(db);
        UUID payout = valley.own.order(river, mill, 10_000);
        valley.own.sent(payout);
        assertThat(valley.own.arrives(payout, "txn_a", Valley.eur(9_999))).isFalse();
        assertThat(valley.own.arrives(payout, "txn_a", Valley.eur(10_001))).isFalse();
        assertThat(valley.own.arrives(payout, "txn_a", Money.of(10_000, "USD"))).isFalse();
        assertThat(valley.own.arrives(UUID.randomUUID(), "txn_a", Valley.eur(10_000)))
                .isFalse();
        assertThat(valley.own.arrives(
                        payout,
                        "txn_a",
                        Valley.eur(10_000),
                        valley.clock.instant().plusSeconds(1)))
                .as("it cannot be spent yet")
                .isFalse();
        assertThat(valley.stake(river, mill)).isZero();
        assertThat(valley.own.arrives(payout, "txn_a", Valley.eur(10_000))).isTrue();
        assertThat(valley.own.arrives(payout, "txn_b", Valley.eur(10_000)))
                .as("it has arrived")
                .isFalse();
        UUID other = valley.own.order(river, mill, 10_000);
        valley.own.sent(other);
        assertThatThrownBy(() -> valley.own.arrives(other, "txn_a", Valley.eur(10_000)))
                .as("one top-up is one payment");
        assertThat(valley.stake(river, mill)).isEqualTo(10_000);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
    }

    @EveryDatabase
    void whatCouldNotBeSentOrCameBackIsFreeAgainAndOnlyOnce(TestDatabase db) {
        meet(db);
        UUID failed = valley.own.order(river, mill, 4_000);
        valley.own.notSent(failed);
        assertThat(valley.available(mill)).isEqualTo(30_000);

        UUID back = valley.own.order(river, mill, 5_000);
        valley.own.sent(back);
        valley.own.cameBack(back);
        assertThat(valley.available(mill)).isEqualTo(30_000);
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        UUID arrived = valley.own.order(river, mill, 6_000);
        valley.own.sent(arrived);
        valley.own.arrives(arrived);
        assertThatThrownBy(() -> valley.own.cameBack(arrived))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code().name()).isEqualTo("HAS_ARRIVED"));
        assertThat(valley.stake(river, mill)).isEqualTo(6_000);
        assertThat(valley.own.present(arrived).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void whoLeavesGetsItsStakeFromTheOperator(TestDatabase db) {
        meet(db);
        valley.own.handOver(river, mill, 10_000);
        valley.fund(river, quay, 20_000);
        valley.paid(valley.reserve(river, 6_000));
        valley.leave(river, mill);
        assertThat(valley.own.withOperator(mill)).isEqualTo(8_000);
        assertThat(valley.available(mill)).as("the operator cannot add to it").isEqualTo(20_000);
        assertThat(valley.stake(river, mill)).isZero();
    }

    @EveryDatabase
    void whatArrivesAfterLeavingIsTheirsWithTheOperator(TestDatabase db) {
        meet(db);
        UUID payout = valley.own.order(river, mill, 10_000);
        valley.own.sent(payout);
        valley.leave(river, mill);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(valley.own.arrives(payout)).isTrue();
        assertThat(valley.own.withOperator(mill)).isEqualTo(10_000);
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        assertThat(valley.balance(river.id(), Accounts.AVAILABLE)).isZero();
    }

    @EveryDatabase
    void whatFailsLateComesHomeToTheOperatorToo(TestDatabase db) {
        meet(db);
        valley.own.handOver(river, mill, 10_000);
        valley.fund(river, quay, 10_000);
        Payout lights = valley.reserve(river, 6_000);
        valley.leave(river, mill);
        assertThat(valley.own.withOperator(mill)).isEqualTo(7_000);
        valley.release(lights);
        assertThat(valley.own.withOperator(mill)).isEqualTo(10_000);
    }

    @EveryDatabase
    void aStakeGoesFromFloodToFloodWithoutLeavingTheOperator(TestDatabase db) {
        meet(db);
        Flood sea = valley.flood("Sea", valley.pool("gull", "EUR", ANA), valley.pool("buoy", "EUR", ANA));
        valley.rule(sea, Fund.EARMARK, CostKey.EQUAL_POOLS, Shortfall.STOP);
        valley.own.handOver(river, mill, 10_000);
        valley.fund(river, quay, 5_000);
        valley.merge(river, sea);
        assertThat(valley.stake(sea, mill)).isEqualTo(10_000);
        assertThat(valley.own.withOperator(mill)).isZero();
        assertThat(valley.balance(quay.id(), Accounts.earmarkedFor(sea.slug()))).isEqualTo(5_000);
    }

    @EveryDatabase
    void oneVoteIsCarriedOutOnceAndOneArrivalBookedOnce(TestDatabase db) throws Exception {
        meet(db);
        UUID vote = valley.ids.newId();
        UUID payout = valley.own.order(vote, river, mill, 10_000);
        assertThat(valley.own.order(vote, river, mill, 10_000)).isEqualTo(payout);
        assertThat(valley.available(mill)).isEqualTo(20_000);
        valley.own.sent(payout);
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String topup = "txn_" + i % 2;
            tries.add(() -> valley.own.arrives(payout, topup, Valley.eur(10_000)));
        }
        int taken = 0;
        for (Future<Boolean> one : many.invokeAll(tries)) {
            taken += one.get() ? 1 : 0;
        }
        many.shutdown();
        assertThat(taken).isEqualTo(1);
        assertThat(valley.stake(river, mill)).isEqualTo(10_000);
    }

    @EveryDatabase
    void whatHasArrivedOrNamesItAndIsNotItIsToldOnce(TestDatabase db) {
        meet(db);
        UUID payout = valley.own.order(river, mill, 10_000);
        valley.own.sent(payout);
        valley.own.tellOther(payout, "txn_a", Valley.eur(9_999));
        valley.own.tellOther(payout, "txn_a", Valley.eur(9_999));
        valley.own.tellOther(payout, "txn_b", Money.of(10_000, "USD"));
        valley.own.arrives(payout);
        valley.own.arrives(payout);
        valley.own.tellOther(payout, "txn_c", Valley.eur(10_000));
        UUID late = valley.own.order(river, mill, 5_000);
        valley.own.notSent(late);
        valley.own.arrives(late);
        UUID last = valley.own.order(river, mill, 1_000);
        valley.own.sent(last);
        valley.leave(river, mill);
        valley.own.arrives(last);
        assertThat(valley.own.told.values())
                .filteredOn(notice -> notice.facts().containsKey("listed"))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder("HAND_OVER_OTHER", "HAND_OVER_OTHER", "HAND_OVER_AGAIN");
        assertThat(valley.own.told.values())
                .filteredOn(notice -> !notice.facts().containsKey("listed"))
                .as("to a steward and the Flood's founder")
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(
                        "HAND_OVER_ARRIVED",
                        "HAND_OVER_ARRIVED",
                        "HAND_OVER_LATE",
                        "HAND_OVER_LATE",
                        "HAND_OVER_TO_GO_HOME",
                        "HAND_OVER_TO_GO_HOME");
    }

    @EveryDatabase
    void nothingIsGivenWhileTheAccountIsNotInUseYet(TestDatabase db) {
        meet(db);
        valley.own.opensItsOwn(mill);
        assertThatThrownBy(() -> valley.own.order(river, mill, 10_000))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code().name()).isEqualTo("CUSTODY_NOT_READY");
                    assertThat(refused.facts()).containsEntry("pool", mill.name());
                });
        assertThat(valley.available(mill)).isEqualTo(30_000);
        assertThat(valley.stake(river, mill)).isZero();
    }

    @EveryDatabase
    void itGivesNoMoreThanItHas(TestDatabase db) {
        meet(db);
        assertThatThrownBy(() -> valley.own.order(river, mill, 30_001))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code().name()).isEqualTo("INSUFFICIENT_FUNDS"));
        assertThat(valley.available(mill)).isEqualTo(30_000);
    }
}
