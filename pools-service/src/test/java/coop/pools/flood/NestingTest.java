package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.governance.Bodies;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.sql.SqlBallotStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Floods within Floods: who votes, who bears what, and what everybody takes along. */
class NestingTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final UUID CHI = new UUID(1, 3);
    private static final UUID DAN = new UUID(1, 4);

    /** Games and garden flow into the river; the river and the mill into the sea. */
    private static final class World {
        final Valley valley;
        final MemberPool games;
        final MemberPool garden;
        final MemberPool mill;
        final MemberPool quay;
        final Flood river;
        final Flood sea;

        World(TestDatabase db) {
            valley = new Valley(db);
            games = valley.pool("games", "EUR", ANA, BEN);
            garden = valley.pool("garden", "EUR", BEN, CHI);
            mill = valley.pool("mill", "EUR", CHI, DAN);
            quay = valley.pool("quay", "EUR", DAN);
            river = valley.flood("River", games, garden);
            sea = valley.flood("Sea", mill, quay);
            valley.join(sea, river);
            for (MemberPool pool : List.of(games, garden, mill)) {
                valley.contribute(pool, 1000);
            }
        }

        void fill() {
            valley.fund(river, games, 100);
            valley.fund(river, garden, 300);
            valley.fund(sea, mill, 400);
            valley.fund(sea, river, 200);
        }

        long inSea(Flood child) {
            return valley.balance(sea.id(), Fund.TRANSFER.free(Member.of(child).key()))
                    + valley.balance(
                            sea.id(), Fund.EARMARK.free(Member.of(child).key()));
        }

        PreviewLeaving.Preview preview(Flood flood, UUID member) {
            return valley.leaving.of(flood.id(), member).orElseThrow();
        }
    }

    @EveryDatabase
    void everyPersonCountsOnceHoweverManyPoolsAndFloodsTheyAreIn(TestDatabase db) {
        World world = new World(db);
        world.valley.consent(world.sea, world.games.id());
        world.valley.join(world.sea, world.games);
        List<RosterPart> parts = world.valley
                .db
                .transactions()
                .inTransaction(() -> world.valley.body.freezeRosters(BodyRef.flood(world.sea.id())));
        assertThat(parts)
                .extracting(RosterPart::pool)
                .containsExactlyInAnyOrder(world.games.id(), world.garden.id(), world.mill.id(), world.quay.id());
        assertThat(world.valley.pools.countPeople(parts)).isEqualTo(4);
        assertThat(world.valley.read.view(world.sea).people()).isEqualTo(4);
        assertThat(world.valley.body.isMember(BodyRef.flood(world.sea.id()), ANA))
                .isTrue();
        assertThat(world.valley.body.isMember(BodyRef.flood(world.river.id()), DAN))
                .isFalse();
        assertThat(world.valley.read.ofPerson(ANA))
                .extracting(card -> card.flood().name())
                .containsExactly("River", "Sea");
    }

    @EveryDatabase
    void whatAFloodGivesItsMembersGiveByItsOwnCompact(TestDatabase db) {
        World world = new World(db);
        world.fill();
        assertThat(world.inSea(world.river)).isEqualTo(200);
        assertThat(world.valley.balance(world.river.id(), Accounts.inFlood("sea")))
                .isEqualTo(200);
        assertThat(world.valley.balance(world.river.id(), Accounts.AVAILABLE)).isEqualTo(200);
        assertThat(world.valley.balance(world.river.id(), "equity:floods:sea:games"))
                .isEqualTo(50);
        assertThat(world.valley.balance(world.river.id(), "equity:floods:sea:garden"))
                .isEqualTo(150);
        assertThat(world.valley.balance(world.games.id(), Accounts.inFlood("river")))
                .as("the Pool's own book says what it has there at all levels")
                .isEqualTo(100);
    }

    @EveryDatabase
    void aPaymentIsSharedThroughTheLevelsAndFallsBackWhole(TestDatabase db) {
        World world = new World(db);
        world.fill();
        assertThat(world.valley.readCosts.preview(world.sea, Valley.eur(300), Optional.empty()).lines().stream()
                        .flatMap(line -> line.behind().stream())
                        .toList())
                .as("down to the Pools, before it is decided")
                .containsExactlyInAnyOrder(
                        new Costs.Behind("The games", Valley.eur(25)), new Costs.Behind("The garden", Valley.eur(75)));
        Payout payout = world.valley.reserve(world.sea, 300);
        assertThat(world.valley.balance(world.river.id(), "equity:floods-committed:sea:garden"))
                .isEqualTo(75);
        world.valley.paid(payout);
        assertThat(world.valley.balance(world.mill.id(), Accounts.spentByFlood("sea")))
                .isEqualTo(200);
        assertThat(world.valley.balance(world.games.id(), Accounts.spentByFlood("river")))
                .isEqualTo(25);
        assertThat(world.valley.balance(world.garden.id(), Accounts.spentByFlood("river")))
                .isEqualTo(75);
        assertThat(world.inSea(world.river)).isEqualTo(100);
        world.valley.reverse(payout, 150);
        world.valley.reverse(payout, 300);
        assertThat(world.inSea(world.river)).isEqualTo(200);
        assertThat(world.valley.balance(world.river.id(), "equity:floods:sea:garden"))
                .isEqualTo(150);
        assertThat(world.valley.balance(world.garden.id(), Accounts.spentByFlood("river")))
                .isZero();
        assertThat(world.valley.balance(world.river.id(), Accounts.spentByFlood("sea")))
                .isZero();
    }

    @EveryDatabase
    void aPoolTakesItsPartOfLargerFloodsAlongWhenItLeavesTheSmallerOne(TestDatabase db) {
        World world = new World(db);
        world.fill();
        Payout payout = world.valley.reserve(world.sea, 300);
        PreviewLeaving.Preview preview = world.preview(world.river, world.garden.id());
        assertThat(preview.home()).isEqualTo(Valley.eur(225));
        assertThat(preview.committed()).isEqualTo(Valley.eur(75));
        world.valley.leave(world.river, world.garden);
        assertThat(world.valley.available(world.garden)).isEqualTo(700 + 225);
        assertThat(world.inSea(world.river)).as("50 of games, 25 promised").isEqualTo(25);
        world.valley.release(payout);
        assertThat(world.valley.available(world.garden)).isEqualTo(1000);
        assertThat(world.inSea(world.river)).isEqualTo(50);
        world.valley.leave(world.river, world.games);
        assertThat(world.valley.available(world.games)).isEqualTo(1000);
        assertThat(world.valley.read.bySlug("river").state()).isEqualTo(FloodState.DISSOLVED);
        assertThat(world.valley.floods.joinedPools(world.sea.id()))
                .containsExactlyInAnyOrder(world.mill.id(), world.quay.id());
    }

    @EveryDatabase
    void aFloodThatLeavesBringsHomeWhatIsItsMembers(TestDatabase db) {
        World world = new World(db);
        world.fill();
        Payout payout = world.valley.reserve(world.sea, 300);
        world.valley.leave(world.sea, world.river);
        assertThat(world.valley.stake(world.river, world.garden)).isEqualTo(150 + 75);
        world.valley.leave(world.river, world.garden);
        world.valley.release(payout);
        assertThat(world.valley.available(world.garden)).isEqualTo(1000);
        assertThat(world.valley.stake(world.river, world.games)).isEqualTo(100);
        assertThat(world.valley.available(world.games)).isEqualTo(900);
    }

    @EveryDatabase
    void aFloodDoesNotBecomeOneThatEndsWithItsLeaving(TestDatabase db) {
        World world = new World(db);
        world.fill();
        world.valley.leave(world.sea, world.mill);
        world.valley.leave(world.sea, world.quay);
        assertThatThrownBy(() -> world.valley.merge(world.river, world.sea)).hasMessageContaining("FLOOD_NOT_ACTIVE");
        assertThat(world.inSea(world.river)).isEqualTo(200);
        assertThat(world.valley.read.bySlug("sea").state()).isEqualTo(FloodState.ACTIVE);
        assertThat(world.valley.floods.joinedPools(world.sea.id())).containsExactly(world.river.id());
    }

    @EveryDatabase
    void moneyThatPoolsKeepStaysWithThemAtEveryLevel(TestDatabase db) {
        World world = new World(db);
        for (Flood flood : List.of(world.river, world.sea)) {
            world.valley.rule(flood, Fund.EARMARK, CostKey.EQUAL_POOLS, Shortfall.OTHERS_MAY_COVER);
        }
        world.fill();
        assertThat(world.valley.balance(world.games.id(), Accounts.earmarkedFor("river")))
                .isEqualTo(100);
        assertThat(world.valley.balance(world.river.id(), "equity:earmarks-kept:sea:games"))
                .isEqualTo(100);
        world.valley.paid(world.valley.reserve(world.sea, 100));
        assertThat(world.valley.balance(world.games.id(), Accounts.earmarkedFor("river")))
                .isEqualTo(75);
        assertThat(world.valley.balance(world.games.id(), Accounts.spentByFlood("river")))
                .isEqualTo(25);
        world.valley.dissolve(world.river);
        assertThat(world.valley.available(world.games)).isEqualTo(975);
        assertThat(world.valley.available(world.garden)).isEqualTo(975);
        assertThat(world.inSea(world.river)).isZero();
    }

    @EveryDatabase
    void floodsGoNeitherInCirclesNorTooDeep(TestDatabase db) {
        World world = new World(db);
        assertThatThrownBy(() -> world.valley.join(world.river, world.sea))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FLOOD_IN_ITSELF");
        assertThatThrownBy(() -> world.valley.join(world.river, world.river)).hasMessageContaining("FLOOD_IN_ITSELF");
        Flood last = world.sea;
        for (int level = 3; level <= Levels.MOST; level++) {
            Flood next = world.valley.flood("Ocean " + level, world.mill, world.quay);
            world.valley.join(next, last);
            last = next;
        }
        Flood top = world.valley.flood("Too much", world.mill, world.quay);
        Flood below = last;
        assertThatThrownBy(() -> world.valley.join(top, below)).hasMessageContaining("TOO_MANY_LEVELS");
        assertThatThrownBy(() -> world.valley.join(world.river, top)).hasMessageContaining("TOO_MANY_LEVELS");
    }

    /** Others hold all Floods around in the order of ids: a round that begins with the last of them would wait for ever. */
    @EveryDatabase
    void aRoundHoldsTheFloodsAroundInTheOrderOfAllOthers(TestDatabase db) throws Exception {
        World world = new World(db);
        world.fill();
        RoundHouse house = new RoundHouse(world.valley, 1);
        boolean riverFirst =
                world.river.id().toString().compareTo(world.sea.id().toString()) < 0;
        UUID first = riverFirst ? world.river.id() : world.sea.id();
        UUID last = riverFirst ? world.sea.id() : world.river.id();
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch held = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> around = other.submit(() -> db.transactions().inTransaction(() -> {
                tries.incrementAndGet();
                world.valley.floods.lock(first);
                held.countDown();
                LockSupport.parkNanos(500_000_000);
                return world.valley.floods.lock(last);
            }));
            held.await();
            db.transactions().inTransaction(() -> {
                tries.incrementAndGet();
                return house.open(BodyRef.flood(last), 100, true, RoundHouse.candidate("Tent", 50, 0));
            });
            around.get();
        } finally {
            other.shutdownNow();
        }
        assertThat(tries).as("neither was broken off").hasValue(2);
    }

    @Test
    void theCompactTellsTheBoundOnLevels() {
        assertThat(Levels.MOST).isEqualTo(4);
        assertThat(Valley.EDITIONS.forFlood().template()).contains("At most four Floods stand above each other.");
    }

    @EveryDatabase
    void aPoolReadsItsPartOfEveryLargerFlood(TestDatabase db) {
        World world = new World(db);
        world.fill();
        Flood ocean = world.valley.flood("Ocean", world.mill, world.quay);
        world.valley.join(ocean, world.sea);
        world.valley.fund(ocean, world.sea, 300);
        PoolInFlood garden =
                world.valley.read.ofPool(world.garden.id()).values().iterator().next();
        assertThat(garden.stake()).isEqualTo(Valley.eur(150));
        assertThat(garden.above())
                .extracting(above -> above.flood().name(), above -> above.part().minorUnits())
                .containsExactly(tuple("Sea", 150L), tuple("Ocean", 75L));
        List<ReadLevels.Below> behind = new ReadLevels(
                        world.valley.floods, world.valley.members, world.valley.ledger, world.valley.pools)
                .below(ocean, Member.of(world.sea), Valley.eur(300));
        assertThat(behind)
                .extracting(below -> below.member().slug() + below.depth() + ":"
                        + below.part().minorUnits())
                .containsExactlyInAnyOrder("mill1:200", "quay1:0", "river1:100", "games2:25", "garden2:75");
        world.valley.leave(world.river, world.garden);
        assertThat(world.valley.available(world.garden))
                .as("through three levels")
                .isEqualTo(1000);
        assertThat(world.valley.balance(
                        ocean.id(), Fund.TRANSFER.free(Member.of(world.sea).key())))
                .isEqualTo(225);
    }

    @EveryDatabase
    void whoLeavesASmallerFloodDropsOutOfOpenVotesOfLargerOnes(TestDatabase db) {
        World world = new World(db);
        Valley valley = world.valley;
        ProposalStore store = db.store(SqlProposalStore.class);
        BodyRef sea = BodyRef.flood(world.sea.id());
        Instant now = valley.clock.instant();
        UUID id = valley.ids.newId();
        Action statement = new Action.Statement();
        store.insert(new Proposal(id, sea, ANA, "A wish", "", statement, now, now, Progress.NONE));
        db.transactions().inTransaction(() -> {
            Bodies.Voters voters = valley.body.freeze(sea, List.of(statement));
            store.open(id, new Vote(now, valley.body.ruleFor(sea, statement), 4, now.plus(Duration.ofDays(5))));
            store.addParts(id, voters.parts());
            store.addSeats(id, voters.seats());
            db.store(SqlBallotStore.class).begin(id);
        });
        assertThat(store.seats(id))
                .as("each Pool once, the Flood within not apart")
                .hasSize(4);
        valley.leave(world.river, world.games);
        assertThat(store.parts(id)).hasSize(3);
        assertThat(store.find(id).orElseThrow().progress().vote().orElseThrow().electorate())
                .isEqualTo(3);
        valley.leave(world.sea, world.river);
        assertThat(store.parts(id))
                .extracting(RosterPart::pool)
                .containsExactlyInAnyOrder(world.mill.id(), world.quay.id());
        assertThat(store.find(id).orElseThrow().progress().vote().orElseThrow().electorate())
                .isEqualTo(2);
    }

    @EveryDatabase
    void whoIsPutOutDoesNotVoteUnlessAmongTheOthers(TestDatabase db) {
        World world = new World(db);
        world.valley.consent(world.sea, world.games.id());
        world.valley.join(world.sea, world.games);
        List<RosterPart> voters = world.valley
                .db
                .transactions()
                .inTransaction(() -> world.valley
                        .body
                        .freeze(
                                BodyRef.flood(world.sea.id()),
                                List.of(new Action.FloodAction.RemovePool(world.river.id())))
                        .parts());
        assertThat(voters)
                .extracting(RosterPart::pool)
                .containsExactlyInAnyOrder(world.games.id(), world.mill.id(), world.quay.id());
        world.valley.remove(world.sea, world.river);
        assertThat(world.valley.body.pools(BodyRef.flood(world.sea.id())))
                .isEqualTo(Set.of(world.games.id(), world.mill.id(), world.quay.id()));
        assertThat(world.valley.body.poolsAmong(
                        BodyRef.flood(world.sea.id()), Set.of(world.games.id(), world.mill.id(), UUID.randomUUID())))
                .isEqualTo(Set.of(world.games.id(), world.mill.id()));
    }
}
