package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.app.SqlConcerned;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Notices.Notice;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlArrivals;
import coop.pools.payout.sql.SqlPayoutStore;
import coop.pools.reconciliation.Arrivals.Back;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.BookedMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A bank takes back what a Pool with an account of its own had handed over. */
class TakenBackTest {
    private static final UUID ANA = new UUID(1, 1);

    private Valley valley;
    private MemberPool mill;
    private MemberPool quay;
    private Flood river;
    private UUID payout;

    private void meet(TestDatabase db) {
        valley = new Valley(db);
        mill = valley.pool("mill", "EUR", ANA);
        quay = valley.pool("quay", "EUR", ANA);
        valley.contribute(mill, 30_000);
        valley.contribute(quay, 30_000);
        valley.own.hasItsOwn(mill);
        river = valley.flood("River", mill, quay);
        valley.fund(river, quay, 10_000);
        payout = valley.own.order(river, mill, 10_000);
        valley.own.sent(payout);
        valley.own.arrives(payout);
    }

    /** What the books tell the processor of all of it. */
    private long told() {
        return valley
                .db
                .store(SqlArrivals.class)
                .of(Set.of("txn_" + payout, "back_" + payout, "txn_next", "back_next"))
                .stream()
                .map(BookedMovement::net)
                .mapToLong(money -> money.minorUnits())
                .sum();
    }

    private void assertNobodyElsePays() {
        assertThat(valley.stake(river, quay) + valley.balance(quay.id(), Accounts.spentByFlood(river.slug())))
                .isEqualTo(10_000);
        assertThat(valley.available(quay)).isEqualTo(20_000);
        assertThat(valley.balance(mill.id(), Accounts.inFlood(river.slug())))
                .isEqualTo(valley.stake(river, mill) + valley.balance(river.id(), Accounts.committedBy(mill.slug())));
    }

    @EveryDatabase
    void itIsOnItsWayAgainAndArrivesAgain(TestDatabase db) {
        meet(db);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.stake(river, mill)).isZero();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(valley.available(mill)).isEqualTo(20_000);
        assertThat(told()).isZero();
        assertNobodyElsePays();
        assertThat(valley.own.handOvers().newestAwaited()).isPresent();

        assertThat(valley.own.arrives(payout, "txn_next", Valley.eur(10_000))).isTrue();
        assertThat(valley.stake(river, mill)).isEqualTo(10_000);
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        assertThat(told()).isEqualTo(10_000);
        assertThat(valley.own.arrives(payout, "txn_third", Valley.eur(10_000))).isFalse();
        assertThat(valley.own.takeBack(payout, "txn_next", "back_next", Valley.eur(10_000)))
                .isEqualTo(Back.ALL);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        ReadPayouts payouts = new ReadPayouts(db.store(SqlPayoutStore.class), valley.own.handOvers());
        assertThat(payouts.isTakenBack(valley.own.present(payout))).isTrue();
        valley.own.cameBack(payout);
        assertThat(payouts.isTakenBack(valley.own.present(payout)))
                .as("and nobody waits for it")
                .isFalse();
        assertThat(valley.available(mill)).as("two stewards have seen it").isEqualTo(30_000);
        assertThat(told()).isZero();
        assertThat(valley.own.told.values())
                .filteredOn(notice -> notice.kind().equals("HAND_OVER_TAKEN_BACK"))
                .as("a steward and the Flood's founder, each time")
                .hasSize(4);
    }

    @EveryDatabase
    void whatIsSpentOrPromisedFollowsWhenItIsFree(TestDatabase db) {
        meet(db);
        Payout lights = valley.reserve(river, 8_000);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.PART);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(6_000);
        assertThat(valley.stake(river, mill)).isZero();
        assertThat(told()).as("the rest differs").isEqualTo(4_000);
        assertThat(concerned(db)).containsExactlyInAnyOrder(mill.id(), river.id());
        assertQuayHasPromisedItsShareAlone();
        assertThatThrownBy(() -> valley.own.cameBack(payout)).hasMessage("HAS_ARRIVED");
        assertThat(valley.own.takeBack(payout)).as("nothing more is free").isEqualTo(Back.PART);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(6_000);

        valley.release(lights);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(told()).isZero();
        assertNobodyElsePays();
    }

    private void assertQuayHasPromisedItsShareAlone() {
        assertThat(valley.stake(river, quay)).isEqualTo(6_000);
        assertThat(valley.balance(river.id(), Accounts.committedBy(quay.slug())))
                .isEqualTo(4_000);
        assertThat(valley.available(quay)).isEqualTo(20_000);
    }

    private Set<UUID> concerned(TestDatabase db) {
        return new SqlConcerned(db.jdbi()).bySubject(Set.of("back_" + payout)).get("back_" + payout);
    }

    @EveryDatabase
    void whatIsSpentIsMadeGoodWhenItIsBroughtAgain(TestDatabase db) {
        meet(db);
        valley.paid(valley.reserve(river, 8_000));
        valley.own.takeBack(payout);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(6_000);
        assertThat(concerned(db)).as("of the Flood's money nothing is lacking").containsExactly(mill.id());
        assertThat(valley.own.arrives(payout, "txn_next", Valley.eur(4_000)))
                .as("the whole sum, or nothing")
                .isFalse();
        valley.own.tellOther(payout, "txn_less", Valley.eur(4_000));
        assertThat(kinds()).as("which sum it has to be").contains("HAND_OVER_OTHER");
        assertThat(valley.own.arrives(payout, "txn_next", Valley.eur(10_000))).isTrue();
        valley.own.tellOther(payout, "txn_third", Valley.eur(10_000));
        assertThat(kinds()).as("now none").contains("HAND_OVER_AGAIN");
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        assertThat(valley.stake(river, mill)).isEqualTo(6_000);
        assertThat(told()).isEqualTo(10_000);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.stake(river, mill)).as("it is made good").isEqualTo(6_000);
        assertNobodyElsePays();
    }

    private Set<String> kinds() {
        return valley.own.told.values().stream().map(Notice::kind).collect(Collectors.toSet());
    }

    @EveryDatabase
    void whoHasLeftGivesWhatTheOperatorHasOfIt(TestDatabase db) {
        meet(db);
        valley.leave(river, mill);
        assertThat(valley.own.withOperator(mill)).isEqualTo(10_000);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.own.withOperator(mill)).isZero();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        valley.own.arrives(payout, "txn_next", Valley.eur(10_000));
        assertThat(valley.own.withOperator(mill)).isEqualTo(10_000);
        assertThat(valley.own.onTheWay(river, mill)).isZero();
    }

    @EveryDatabase
    void whatArrivedLateAndIsTakenBackStandsAsTheStewardsSaid(TestDatabase db) {
        meet(db);
        payout = valley.own.order(river, mill, 5_000);
        valley.own.notSent(payout);
        valley.own.arrives(payout);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.own.withOperator(mill)).isZero();
        assertThat(valley.available(mill)).isEqualTo(20_000);
        assertThat(valley.stake(river, mill)).as("another one's").isEqualTo(10_000);
        assertThat(valley.own.arrives(payout, "txn_next", Valley.eur(5_000))).isTrue();
        assertThat(valley.own.withOperator(mill)).isEqualTo(5_000);
        assertThat(valley.available(mill)).isEqualTo(15_000);
        assertThat(told()).isEqualTo(5_000);
    }

    @EveryDatabase
    void anotherSumIsTheOperatorsAndAllAtOnceBookItOnce(TestDatabase db) throws Exception {
        meet(db);
        assertThat(valley.own.takeBack(payout, "txn_" + payout, "back_more", Valley.eur(10_001)))
                .isEqualTo(Back.NOTHING);
        assertThat(valley.stake(river, mill)).isEqualTo(10_000);
        ExecutorService many = Executors.newFixedThreadPool(6);
        List<Callable<Back>> tries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tries.add(() -> valley.own.takeBack(payout));
        }
        for (var one : many.invokeAll(tries)) {
            assertThat(one.get()).isEqualTo(Back.ALL);
        }
        many.shutdown();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(told()).isZero();
    }

    @EveryDatabase
    void whatMadeItGoodAndIsTakenBackTooIsToldOnce(TestDatabase db) {
        meet(db);
        valley.paid(valley.reserve(river, 8_000));
        valley.own.takeBack(payout);
        valley.own.arrives(payout, "txn_next", Valley.eur(10_000));
        assertThat(valley.own.takeBack(payout, "txn_next", "back_next", Valley.eur(10_000)))
                .isEqualTo(Back.PART);
        assertThat(told()).as("what was spent differs").isEqualTo(4_000);
        assertNobodyElsePays();
    }
}
