package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.app.SqlConcerned;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlArrivals;
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

/** A bank takes back a part of what a Pool with an account of its own had handed over. */
class TakenBackInPartsTest {
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

    private Back takeBack(String movement, long minor) {
        return valley.own.takeBack(payout, "txn_" + payout, movement, Valley.eur(minor));
    }

    /** What the books tell the processor of these movements. */
    private long told(String... more) {
        List<String> movements = new ArrayList<>(List.of("txn_" + payout));
        movements.addAll(List.of(more));
        List<BookedMovement> told = valley.db.store(SqlArrivals.class).of(movements);
        assertThat(told).extracting(BookedMovement::subject).doesNotHaveDuplicates();
        return told.stream().mapToLong(movement -> movement.net().minorUnits()).sum();
    }

    private void assertBooked(long stake, long onTheWay) {
        assertThat(valley.stake(river, mill)).isEqualTo(stake);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(onTheWay);
        assertThat(valley.available(mill)).isEqualTo(20_000);
        assertThat(valley.balance(mill.id(), Accounts.inFlood(river.slug())))
                .isEqualTo(stake + valley.balance(river.id(), Accounts.committedBy(mill.slug())));
        assertThat(valley.stake(river, quay)
                        + valley.balance(river.id(), Accounts.committedBy(quay.slug()))
                        + valley.balance(quay.id(), Accounts.spentByFlood(river.slug())))
                .as("nobody else's")
                .isEqualTo(10_000);
    }

    private Set<UUID> concerned(String movement) {
        return new SqlConcerned(valley.db.jdbi()).bySubject(Set.of(movement)).get(movement);
    }

    @EveryDatabase
    void eachPartIsBookedByItsOwnAmountOnceUpToTheWhole(TestDatabase db) {
        meet(db);
        assertThat(takeBack("b1", 3_000)).isEqualTo(Back.ALL);
        assertThat(takeBack("b1", 3_000)).as("once").isEqualTo(Back.ALL);
        assertBooked(7_000, 3_000);
        assertThat(told("b1")).isEqualTo(7_000);
        assertThat(valley.own.handOvers().newestAwaited()).isPresent();
        assertThatThrownBy(() -> valley.own.cameBack(payout)).hasMessage("HAS_ARRIVED");

        assertThat(takeBack("b2", 7_001)).as("more than is left").isEqualTo(Back.NOTHING);
        assertThat(takeBack("b2", 0)).isEqualTo(Back.NOTHING);
        assertThat(takeBack("b2", -1)).isEqualTo(Back.NOTHING);
        assertThat(valley.own.takeBack(payout, "txn_" + payout, "b2", Money.of(100, "USD")))
                .isEqualTo(Back.NOTHING);
        assertBooked(7_000, 3_000);
        assertThat(takeBack("b2", 6_999)).isEqualTo(Back.ALL);
        assertThat(takeBack("b3", 1)).isEqualTo(Back.ALL);
        assertThat(takeBack("b4", 1)).as("nothing is left").isEqualTo(Back.NOTHING);
        assertBooked(0, 10_000);
        assertThat(told("b1", "b2", "b3", "b4")).isZero();

        assertThat(valley.own.arrives(payout, "next", Valley.eur(3_000)))
                .as("now the whole sum")
                .isFalse();
        assertThat(valley.own.arrives(payout, "next", Valley.eur(10_000))).isTrue();
        assertBooked(10_000, 0);
        assertThat(told("b1", "b2", "b3", "next")).isEqualTo(10_000);
        valley.own.takeBack(payout, "next", "b5", Valley.eur(10_000));
        valley.own.cameBack(payout);
        assertThat(valley.available(mill)).isEqualTo(30_000);
        assertThat(told("b1", "b2", "b3", "next", "b5")).isZero();
    }

    @EveryDatabase
    void whatWasTakenBackIsBroughtAgainByItsOwnAmount(TestDatabase db) {
        meet(db);
        takeBack("b1", 1_000);
        takeBack("b2", 2_000);
        takeBack("b3", 500);
        assertThat(valley.own.arrives(payout, "n1", Valley.eur(1_500))).isFalse();
        assertThat(valley.own.arrives(payout, "n1", Valley.eur(10_000))).isFalse();
        assertThat(valley.own.arrives(payout, "n1", Valley.eur(2_000)))
                .as("one of them")
                .isTrue();
        assertBooked(8_500, 1_500);
        assertThat(valley.own.arrives(payout, "n2", Valley.eur(1_500)))
                .as("all of the rest")
                .isTrue();
        assertBooked(10_000, 0);
        assertThat(told("b1", "b2", "b3", "n1", "n2")).isEqualTo(10_000);
        assertThat(valley.own.arrives(payout, "n3", Valley.eur(1_500))).isFalse();

        assertThat(valley.own.takeBack(payout, "n2", "b4", Valley.eur(1_501))).isEqualTo(Back.NOTHING);
        assertThat(valley.own.takeBack(payout, "n2", "b4", Valley.eur(1_500))).isEqualTo(Back.ALL);
        assertThat(takeBack("b5", 6_500)).isEqualTo(Back.ALL);
        assertBooked(2_000, 8_000);
        assertThat(valley.own.takeBack(payout, "n1", "b6", Valley.eur(2_000))).isEqualTo(Back.ALL);
        assertBooked(0, 10_000);
        assertThat(told("b1", "b2", "b3", "b4", "b5", "b6", "n1", "n2")).isZero();
        assertThat(valley.own.arrives(payout, "n4", Valley.eur(10_000))).isTrue();
        assertBooked(10_000, 0);
    }

    @EveryDatabase
    void whatIsSpentOfItStopsThatPoolAlone(TestDatabase db) {
        meet(db);
        Payout lights = valley.reserve(river, 16_000);
        assertThat(takeBack("b1", 3_000)).isEqualTo(Back.PART);
        assertBooked(0, 2_000);
        assertThat(told("b1")).as("the rest differs").isEqualTo(8_000);
        assertThat(concerned("b1")).containsExactlyInAnyOrder(mill.id(), river.id());
        valley.paid(lights);
        assertThat(concerned("b1"))
                .as("of the Flood's money nothing is lacking")
                .containsExactly(mill.id());
        assertThat(takeBack("b2", 7_000)).isEqualTo(Back.PART);
        assertThat(told("b1", "b2")).isEqualTo(8_000);
        assertThat(valley.own.arrives(payout, "next", Valley.eur(10_000))).isTrue();
        assertBooked(2_000, 0);
        assertThat(told("b1", "b2", "next")).isEqualTo(10_000);
        assertThat(takeBack("b1", 3_000)).as("it is made good").isEqualTo(Back.ALL);
        assertBooked(2_000, 0);
    }

    @EveryDatabase
    void manyAtOnceAreBookedOnceEachAndNeverMoreThanThereWas(TestDatabase db) throws Exception {
        meet(db);
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Callable<Back>> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String movement = "b" + i % 8;
            tries.add(() -> takeBack(movement, 3_000));
        }
        for (var one : many.invokeAll(tries)) {
            one.get();
        }
        many.shutdown();
        assertBooked(1_000, 9_000);
        assertThat(told("b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7")).isEqualTo(1_000);
    }

    @EveryDatabase
    void aPartIsTakenAlsoWhereThePoolHasLeftOrTheFloodHasEnded(TestDatabase db) {
        meet(db);
        valley.dissolve(river);
        assertThat(valley.own.withOperator(mill)).isEqualTo(10_000);
        assertThat(takeBack("b1", 3_000)).isEqualTo(Back.ALL);
        assertThat(valley.own.withOperator(mill)).isEqualTo(7_000);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(3_000);
        assertThat(valley.own.arrives(payout, "next", Valley.eur(3_000))).isTrue();
        assertThat(valley.own.withOperator(mill)).isEqualTo(10_000);
        assertThat(told("b1", "next")).isEqualTo(10_000);
    }
}
