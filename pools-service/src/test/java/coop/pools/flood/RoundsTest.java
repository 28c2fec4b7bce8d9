package coop.pools.flood;

import static coop.pools.flood.RoundHouse.candidate;
import static coop.pools.flood.Valley.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bucket.NewBuckets;
import coop.pools.bucket.ReadBuckets;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.round.OpenRound;
import coop.pools.round.RoundBooks;
import coop.pools.round.RoundRefusal;
import coop.pools.round.RoundView;
import coop.pools.round.domain.RoundState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class RoundsTest {
    private static final int REQUESTS = Integer.getInteger("pools.round.requests", 50);

    @EveryDatabase
    void everybodyHasTheSameShareAndTheBucketsGetWhatTheyAreGiven(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 3);
        BodyRef pool = house.pool(1_000);
        UUID round = house.open(pool, 1_000, false, candidate("Tent", 500, 300), candidate("Lights", 400, 0));
        RoundView opened = house.view(round);
        assertThat(opened.round().share()).isEqualTo(eur(333));
        assertThat(house.available(pool)).as("what cannot be divided stays").isEqualTo(1);
        assertThat(house.pot(round)).isEqualTo(999);

        house.give(0, round, "tent", 200);
        house.give(0, round, Map.of("tent", eur(100), "lights", eur(233)));
        house.give(1, round, "tent", 333);
        house.give(1, round, "tent", 0);
        house.give(1, round, "tent", 250);
        refused(RoundRefusal.SHARE_EXCEEDED, () -> house.give(1, round, "lights", 84));
        refused(RoundRefusal.SHARE_EXCEEDED, () -> house.give(1, round, "lights", Long.MAX_VALUE));
        refused(
                RoundRefusal.SHARE_EXCEEDED,
                () -> house.give(2, round, Map.of("tent", eur(Long.MAX_VALUE), "lights", eur(Long.MAX_VALUE))));
        refused(RoundRefusal.BUCKET_FULL, () -> house.give(2, round, "tent", 151));
        refused(RoundRefusal.BUCKET_NOT_IN_ROUND, () -> house.give(2, round, "boat", 1));
        Caller stranger = Caller.of(house.valley.ids.newId());
        refused(RoundRefusal.NOT_IN_ROUND, () -> house.change.change(stranger, round, Map.of("tent", eur(1))));
        refused(
                CommonRefusal.SIGN_IN_REQUIRED,
                () -> house.change.change(Caller.guest("x"), round, Map.of("tent", eur(1))));

        assertThat(house.close.run(50)).as("not before its time").isZero();
        assertThat(house.close()).isEqualTo(1);
        assertThat(house.close.run(50)).as("once").isZero();
        assertThat(house.in(pool, "tent")).isEqualTo(350);
        assertThat(house.in(pool, "lights")).as("less than all of it").isZero();
        assertThat(house.available(pool)).isEqualTo(650);
        assertThat(house.pot(round)).isZero();
        assertThat(house.view(round).state()).isEqualTo(RoundState.FUNDED);
        assertThat(house.valley
                        .buckets
                        .bySlug(pool.id(), "lights")
                        .orElseThrow()
                        .isOpen())
                .as("a candidate that got nothing closes")
                .isFalse();
        refused(RoundRefusal.ROUND_CLOSED, () -> house.give(2, round, "tent", 1));
    }

    /** Whoever opens a bucket has its turn first, and needs the book then. */
    @EveryDatabase
    void aRoundHoldsTheTurnToOpenBucketsBeforeTheBook(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 2);
        BodyRef pool = house.pool(500);
        Valley valley = house.valley;
        List<CompletableFuture<Void>> others = new ArrayList<>();
        InvocationHandler first = (books, method, given) -> {
            others.add(CompletableFuture.runAsync(() -> db.transactions().inTurn(pool.id(), () -> {})));
            assertThat(others.get(0)).as("somebody else's turn").failsWithin(Duration.ofMillis(300));
            throw new IllegalStateException("enough");
        };
        RoundBooks books = (RoundBooks)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RoundBooks.class}, first);
        NewBuckets buckets = new NewBuckets(
                db.transactions(), valley.buckets, new ReadBuckets(valley.buckets, valley.ledger), valley.clock);
        OpenRound open = new OpenRound(
                house.store,
                valley.bodies,
                valley.pools,
                new OpenRound.Desk(Map.of(BodyRef.Kind.POOL, books), buckets),
                valley.clock);
        OpenRound.Passed vote = new OpenRound.Passed(valley.ids.newId(), house.people[0], pool);
        RoundOrder.Open order = new RoundOrder.Open(
                "Spring", eur(500), List.of(candidate("Tent", 500, 400)), RoundOrder.Times.days(7), true);
        assertThatThrownBy(() -> db.transactions().inTransaction(() -> open.open(vote, order)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(others).singleElement().satisfies(other -> assertThat(other).succeedsWithin(Duration.ofSeconds(9)));
    }

    @EveryDatabase
    void aPotThatIsNotCoveredOpensNothingAndABucketMayKeepWhatItGets(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 2);
        BodyRef pool = house.pool(500);
        refused(LedgerRefusal.INSUFFICIENT_FUNDS, () -> house.open(pool, 502, true, candidate("Tent", 500, 400)));
        refused(RoundRefusal.POT_TOO_SMALL, () -> house.open(pool, 1, true, candidate("Tent", 500, 400)));
        assertThat(house.read.running(pool)).isEmpty();
        assertThat(house.available(pool)).isEqualTo(500);
        UUID vote = house.valley.ids.newId();
        house.open(vote, pool, 500, true, candidate("Tent", 500, 400));
        house.open(vote, pool, 500, true, candidate("Tent", 500, 400));
        assertThat(house.available(pool)).as("once").isZero();
        house.give(0, vote, "tent", 20);
        house.close();
        assertThat(house.in(pool, "tent")).isEqualTo(20);
        assertThat(house.available(pool)).isEqualTo(480);
    }

    @EveryDatabase
    void whoHasLeftDoesNotCountAndAllGivenClosesItAtOnce(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 3);
        BodyRef pool = house.pool(900);
        UUID round = house.open(pool, 900, true, candidate("Tent", 900, 0));
        house.give(0, round, "tent", 300);
        house.give(1, round, "tent", 300);
        assertThat(house.close.run(50)).isZero();
        house.valley.pools.part(pool.id(), house.people[1]);
        refused(RoundRefusal.NOT_IN_ROUND, () -> house.give(1, round, "tent", 0));
        house.give(2, round, "tent", 300);
        assertThat(house.close.run(50)).as("everybody has given all").isEqualTo(1);
        assertThat(house.in(pool, "tent")).isEqualTo(600);
        assertThat(house.available(pool)).isEqualTo(300);
        assertThat(house.view(round).lines().get(0).part().counted()).contains(eur(600));
        assertThat(house.store.allocations(round, new UUID(0, 0), 10))
                .filteredOn(given -> !given.counts())
                .singleElement()
                .satisfies(given -> assertThat(given.person()).isEqualTo(house.people[1]));
    }

    @EveryDatabase
    void aVoteEndsARoundEitherWay(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 2);
        BodyRef pool = house.pool(1_000);
        UUID cancelled = house.open(pool, 400, false, candidate("Tent", 200, 0));
        house.give(0, cancelled, "tent", 200);
        house.end(pool, cancelled, false);
        assertThat(house.available(pool)).isEqualTo(1_000);
        assertThat(house.view(cancelled).state()).isEqualTo(RoundState.RETURNED);
        refused(RoundRefusal.ROUND_CLOSED, () -> house.end(pool, cancelled, true));
        UUID early = house.open(pool, 400, false, candidate("Boat", 200, 0));
        house.give(0, early, "boat", 200);
        house.end(pool, early, true);
        assertThat(house.in(pool, "boat")).isEqualTo(200);
        assertThat(house.available(pool)).isEqualTo(800);
        house.valley.clock.advance(Duration.ofMinutes(1));
        UUID other = house.open(house.pool(100), 100, false, candidate("Tea", 100, 0));
        refused(RoundRefusal.UNKNOWN_ROUND, () -> house.end(pool, other, true));
        house.valley
                .db
                .transactions()
                .inTransaction(() -> house.end.endAll(house.view(other).round().body(), early));
        assertThat(house.view(other).state()).as("its Pool has ended").isEqualTo(RoundState.RETURNED);
    }

    @EveryDatabase
    void inAFloodEveryPersonGivesOnceAndAPoolTakesItsPartAlong(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 3);
        UUID[] people = house.people;
        MemberPool games = house.valley.pool("games", "EUR", people[0], people[1]);
        MemberPool garden = house.valley.pool("garden", "EUR", people[1], people[2]);
        BodyRef flood = house.flood(600, games, garden);
        UUID round = house.open(flood, 900, true, candidate("Stage", 900, 0), candidate("Bread", 900, 0));
        assertThat(house.view(round).round().people()).isEqualTo(3);
        assertThat(house.available(flood)).isEqualTo(300);
        house.give(0, round, "stage", 300);
        house.give(1, round, "bread", 300);
        house.give(2, round, "bread", 300);
        refused(RoundRefusal.SHARE_EXCEEDED, () -> house.give(1, round, "stage", 1));

        house.valley.leave(house.valley.floods.find(flood.id()).orElseThrow(), garden);
        assertThat(house.valley.available(garden)).as("the part of the pot too").isEqualTo(600);
        refused(RoundRefusal.NOT_IN_ROUND, () -> house.give(2, round, "bread", 0));
        house.close();
        RoundView over = house.view(round);
        assertThat(over.round().end().orElseThrow().pot()).isEqualTo(eur(450));
        assertThat(over.lines())
                .extracting(line -> line.part().counted().orElseThrow())
                .containsExactly(eur(300), eur(300));
        assertThat(house.in(flood, "stage")).as("cut in proportion").isEqualTo(225);
        assertThat(house.in(flood, "bread")).isEqualTo(225);
        assertThat(house.available(flood)).isEqualTo(150);
        assertThat(house.pot(round)).isZero();
    }

    @EveryDatabase
    void inAFloodOfFloodsEveryPersonGivesOnceToo(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 4);
        UUID[] people = house.people;
        Valley valley = house.valley;
        MemberPool games = valley.pool("games", "EUR", people[0], people[1]);
        MemberPool garden = valley.pool("garden", "EUR", people[1], people[2]);
        MemberPool mill = valley.pool("mill", "EUR", people[0], people[3]);
        MemberPool quay = valley.pool("quay", "EUR", people[3]);
        Flood river = valley.flood("River", games, garden);
        Flood sea = valley.flood("Sea", mill, quay);
        valley.join(sea, river);
        for (MemberPool pool : List.of(games, garden, mill)) {
            valley.contribute(pool, 300);
        }
        valley.fund(river, games, 300);
        valley.fund(river, garden, 300);
        valley.fund(sea, river, 600);
        valley.fund(sea, mill, 300);
        BodyRef body = BodyRef.flood(sea.id());
        UUID round = house.open(body, 603, true, candidate("Stage", 400, 0), candidate("Bread", 400, 0));
        assertThat(house.view(round).round().people()).isEqualTo(4);
        assertThat(house.view(round).round().share()).isEqualTo(eur(150));
        for (int person = 0; person < 4; person++) {
            house.give(person, round, person == 3 ? "bread" : "stage", person == 3 ? 150 : 100);
        }
        assertThat(house.pot(round)).isEqualTo(600);
        valley.leave(sea, river);
        assertThat(house.available(BodyRef.flood(river.id())))
                .as("two thirds of the pot and of the rest came home")
                .isEqualTo(600);
        refused(RoundRefusal.NOT_IN_ROUND, () -> house.give(1, round, "stage", 0));
        house.give(0, round, "stage", 50);
        house.close();
        assertThat(house.view(round).lines())
                .as("who is in another Pool of the sea stays")
                .extracting(line -> line.part().counted().orElseThrow())
                .containsExactly(eur(50), eur(150));
        assertThat(house.in(body, "stage")).isEqualTo(50);
        assertThat(house.in(body, "bread")).isEqualTo(150);
        assertThat(house.available(body)).isEqualTo(100);
    }

    @EveryDatabase
    void aCloseThatIsCutOffAnywhereIsDoneAgainAndBooksOnce(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 2);
        BodyRef pool = house.pool(1_000);
        UUID round = house.open(pool, 1_000, true, candidate("Tent", 500, 0), candidate("Boat", 500, 0));
        house.give(0, round, Map.of("tent", eur(300), "boat", eur(100)));
        house.valley.clock.advance(Duration.ofMinutes(1));
        UUID other = house.open(house.pool(100), 100, true, candidate("Sail", 50, 0));
        house.valley.clock.advance(Duration.ofDays(8));
        for (int step = 0; step < 3; step++) {
            assertThat(house.closingCutOffAfter(step).run(5))
                    .as("it holds up no other one")
                    .isEqualTo(step == 0 ? 1 : 0);
            assertThat(house.view(other).state()).isEqualTo(RoundState.FUNDED);
            assertThat(house.pot(round)).isEqualTo(1_000);
            assertThat(house.view(round).state()).isEqualTo(RoundState.CLOSING);
        }
        assertThat(house.close.run(5)).isEqualTo(1);
        assertThat(house.close.run(5)).isZero();
        assertThat(house.in(pool, "tent")).isEqualTo(300);
        assertThat(house.in(pool, "boat")).isEqualTo(100);
        assertThat(house.available(pool)).isEqualTo(600);
    }

    @EveryDatabase
    void aFloodThatEndsLeavesNoRoundOpenAndNoMoneyBehind(TestDatabase db) {
        RoundHouse house = new RoundHouse(db, 2);
        MemberPool games = house.valley.pool("games", "EUR", house.people);
        MemberPool garden = house.valley.pool("garden", "EUR", house.people);
        BodyRef flood = house.flood(500, games, garden);
        UUID round = house.open(flood, 800, true, candidate("Stage", 800, 0));
        house.give(0, round, "stage", 400);
        house.valley.dissolve(house.valley.floods.find(flood.id()).orElseThrow());
        assertThat(house.view(round).state()).isEqualTo(RoundState.RETURNED);
        assertThat(house.pot(round)).isZero();
        assertThat(house.valley.available(games)).isEqualTo(500);
        assertThat(house.valley.available(garden)).isEqualTo(500);
        assertThat(house.close()).isZero();
    }

    /** Many requests of one person at once, and two nodes that close. */
    @EveryDatabase
    void nobodyGivesMoreThanTheirShareHoweverManyComeAtOnce(TestDatabase db) throws Exception {
        RoundHouse house = new RoundHouse(db, 2);
        BodyRef pool = house.pool(2_000);
        UUID round = house.open(pool, 2_000, true, candidate("Tent", 700, 0), candidate("Boat", 900, 0));
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String bucket = i % 2 == 0 ? "tent" : "boat";
            int amount = 100 + 7 * i % 600;
            requests.add(() -> tried(() -> house.give(0, round, bucket, amount)));
        }
        requests.add(() -> tried(() -> house.give(1, round, "tent", 700)));
        atOnce(requests, 25);
        RoundView view = house.read.one(Caller.of(house.people[0]), round);
        assertThat(view.mine().orElseThrow().allocated().minorUnits()).isBetween(1L, 1_000L);
        long tent = view.lines().get(0).part().allocated().minorUnits();
        assertThat(tent).isLessThanOrEqualTo(700);
        assertThat(house.store.counted(round))
                .as("the counters say what the rows say")
                .containsExactly(tent, view.lines().get(1).part().allocated().minorUnits());

        house.valley.clock.advance(Duration.ofDays(8));
        List<Callable<Boolean>> closers = List.of(() -> house.close.run(5) == 1, () -> house.close.run(5) == 1);
        assertThat(atOnce(closers, 2)).containsExactlyInAnyOrder(true, false);
        assertThat(house.in(pool, "tent") + house.in(pool, "boat") + house.available(pool))
                .isEqualTo(2_000);
        assertThat(house.pot(round)).isZero();
    }

    private static boolean tried(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Refused refused) {
            assertThat(refused.getMessage()).isIn("SHARE_EXCEEDED", "BUCKET_FULL");
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> work, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(Math.min(threads, work.size()));
        List<Future<T>> begun = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            boolean first = i < threads;
            Callable<T> each = work.get(i);
            begun.add(pool.submit(() -> {
                if (first) {
                    start.await();
                }
                return each.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> done : begun) {
            results.add(done.get());
        }
        pool.shutdown();
        return results;
    }

    private static void refused(RefusalCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
