package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.app.SqlConcerned;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlArrivals;
import coop.pools.reconciliation.Arrivals.Back;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bank takes a top-up back whose stake has gone on to another Flood by a merger or a split. */
class TakenBackFromElsewhereTest {
    private static final UUID ANA = new UUID(1, 1);

    private Valley valley;
    private MemberPool mill;
    private MemberPool quay;
    private MemberPool farm;
    private Flood river;
    private Flood sea;
    private UUID payout;

    private void meet(TestDatabase db) {
        valley = new Valley(db);
        mill = valley.pool("mill", "EUR", ANA);
        quay = valley.pool("quay", "EUR", ANA);
        farm = valley.pool("farm", "EUR", ANA);
        for (MemberPool pool : List.of(mill, quay, farm)) {
            valley.contribute(pool, 30_000);
        }
        valley.own.hasItsOwn(mill);
        river = valley.flood("River", mill, quay);
        sea = valley.flood("Sea", quay, farm);
        valley.fund(river, quay, 10_000);
        valley.fund(sea, farm, 10_000);
        payout = valley.own.order(river, mill, 10_000);
        valley.own.sent(payout);
        valley.own.arrives(payout);
    }

    private long told() {
        return valley.db.store(SqlArrivals.class).of(Set.of("txn_" + payout, "back_" + payout)).stream()
                .mapToLong(movement -> movement.net().minorUnits())
                .sum();
    }

    private Set<UUID> concerned() {
        return new SqlConcerned(valley.db.jdbi())
                .bySubject(Set.of("back_" + payout))
                .get("back_" + payout);
    }

    /** What is in a Flood's book belongs to its Pools, and stands in theirs, to the cent. */
    private void assertWhole(Flood flood, MemberPool... pools) {
        long all = 0;
        for (MemberPool pool : pools) {
            long has = valley.stake(flood, pool) + valley.balance(flood.id(), Accounts.committedBy(pool.slug()));
            assertThat(valley.balance(pool.id(), Accounts.inFlood(flood.slug())))
                    .isEqualTo(has);
            all += has;
        }
        assertThat(valley.balance(flood.id(), Accounts.AVAILABLE) + valley.balance(flood.id(), Accounts.RESERVED))
                .isEqualTo(all);
    }

    @EveryDatabase
    void theStakeIsFollowedThroughAMerger(TestDatabase db) {
        meet(db);
        valley.merge(river, sea);
        assertThat(valley.stake(sea, mill)).isEqualTo(10_000);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.stake(sea, mill)).isZero();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(told()).isZero();
        assertThat(valley.stake(sea, quay)).isEqualTo(10_000);
        assertThat(valley.stake(sea, farm)).isEqualTo(10_000);
        assertWhole(sea, mill, quay, farm);
        assertThat(valley.own.arrives(payout, "next", Valley.eur(10_000))).isTrue();
        assertThat(valley.own.withOperator(mill)).as("that Flood has ended").isEqualTo(10_000);
    }

    @EveryDatabase
    void onlyWhatIsSpentOrPromisedThereStopsThePool(TestDatabase db) {
        meet(db);
        valley.merge(river, sea);
        Payout lights = valley.reserve(sea, 12_000);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.PART);
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(6_000);
        assertThat(told()).isEqualTo(4_000);
        assertThat(concerned()).containsExactlyInAnyOrder(mill.id(), sea.id());
        assertWhole(sea, mill, quay, farm);
        valley.paid(lights);
        assertThat(concerned()).containsExactly(mill.id());
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.PART);
        assertThat(valley.own.arrives(payout, "next", Valley.eur(10_000))).isTrue();
        assertThat(valley.own.onTheWay(river, mill)).isZero();
        assertThat(valley.own.withOperator(mill)).isEqualTo(6_000);
    }

    @EveryDatabase
    void theStakeIsFollowedThroughASplitAndOnFromThere(TestDatabase db) {
        meet(db);
        UUID first = payout;
        Flood brook = valley.shapes.split(
                river, "Brook", List.of(mill.id(), quay.id()), Set.of(mill.id(), quay.id()), List.of(river, sea));
        assertThat(valley.stake(brook, mill)).isEqualTo(10_000);
        assertThat(valley.own.takeBack(first, "txn_" + first, "part", Valley.eur(2_500)))
                .isEqualTo(Back.ALL);
        assertThat(valley.stake(brook, mill)).isEqualTo(7_500);
        assertWhole(brook, mill, quay);
        valley.merge(brook, sea);
        assertThat(valley.own.takeBack(first, "txn_" + first, "rest", Valley.eur(7_500)))
                .isEqualTo(Back.ALL);
        assertThat(valley.stake(sea, mill)).isZero();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertWhole(sea, mill, quay, farm);
        valley.own.cameBack(first);
        assertThat(valley.available(mill)).isEqualTo(30_000);
    }

    @EveryDatabase
    void aStakeThatThePoolBroughtToAnotherFloodItselfIsNotTouched(TestDatabase db) {
        meet(db);
        Flood lake = valley.flood("Lake", mill, farm);
        valley.own.handOver(lake, mill, 5_000);
        valley.paid(valley.reserve(river, 20_000));
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.PART);
        assertThat(valley.stake(lake, mill)).isEqualTo(5_000);
        assertThat(concerned()).containsExactly(mill.id());
    }

    @EveryDatabase
    void whatTheOperatorKeepsForThePoolThereByThenIsFoundToo(TestDatabase db) {
        meet(db);
        valley.rule(sea, Fund.EARMARK, CostKey.EQUAL_POOLS, Shortfall.STOP);
        valley.own.hasItsOwnNoMore(mill);
        valley.merge(river, sea);
        assertThat(valley.balance(mill.id(), Accounts.earmarkedFor(sea.slug()))).isEqualTo(10_000);
        assertThat(valley.own.takeBack(payout)).isEqualTo(Back.ALL);
        assertThat(valley.balance(mill.id(), Accounts.earmarkedFor(sea.slug()))).isZero();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(10_000);
        assertThat(told()).isZero();
    }

    @EveryDatabase
    void aStakeThatMovesInTheSameMomentIsFoundOnOneSideOrTheOther(TestDatabase db) throws Exception {
        meet(db);
        ExecutorService all = Executors.newFixedThreadPool(5);
        List<Callable<Object>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String movement = "b" + i;
            tries.add(() -> untilDone(movement));
        }
        tries.add(2, () -> {
            valley.merge(river, sea);
            return Back.ALL;
        });
        for (var one : all.invokeAll(tries)) {
            assertThat(one.get()).isEqualTo(Back.ALL);
        }
        all.shutdown();
        assertThat(valley.stake(sea, mill)).isEqualTo(2_000);
        assertThat(valley.stake(river, mill)).isZero();
        assertThat(valley.own.onTheWay(river, mill)).isEqualTo(8_000);
        assertWhole(sea, mill, quay, farm);
    }

    private Back untilDone(String movement) {
        for (int look = 0; look < 20; look++) {
            try {
                return valley.own.takeBack(payout, "txn_" + payout, movement, Valley.eur(2_000));
            } catch (Refused moving) {
                assertThat(moving.code().name()).isEqualTo("TRY_AGAIN");
            }
        }
        return Back.NOTHING;
    }
}
