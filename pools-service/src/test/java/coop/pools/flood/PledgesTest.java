package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.ReadFlows;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.sql.SqlFlowStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pledges on a clock that begins on the first of March. */
class PledgesTest {
    private static final UUID ANA = new UUID(1, 1);

    @EveryDatabase
    void aShareOfEachMonthIsTakenOnceWhenItIsOver(TestDatabase db) throws Exception {
        River river = new River(db);
        river.valley.contribute(river.games, 30_000);
        UUID pledge = river.pledge(river.games, 5_000, 1_000, Optional.empty());
        assertThat(river.valley.carryOutPledges.run(10)).isZero();
        river.valley.clock.advance(Duration.ofDays(31));
        List<Callable<Integer>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> river.valley.carryOutPledges.run(10));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Future<Integer> done : threads.invokeAll(many)) {
            done.get();
        }
        threads.shutdown();
        assertThat(river.stake(river.games)).isEqualTo(3_000);
        river.valley.contribute(river.games, 100_000);
        river.valley.clock.advance(Duration.ofDays(30));
        river.work();
        assertThat(river.stake(river.games))
                .as("no more than the most in a month")
                .isEqualTo(3_000 + 5_000);
        Pledged told = river.valley.readPledges.find(pledge).orElseThrow();
        assertThat(told.pledge().taken()).isEqualTo(Valley.eur(8_000));
        assertThat(told.months()).extracting(PledgeStore.Taken::inMonth).containsExactly("2026-04", "2026-03");
        assertThat(told.months()).extracting(PledgeStore.Taken::share).containsExactly(10_000L, 3_000L);
    }

    @EveryDatabase
    void monthsThatWereMissedAreCarriedOutOneByOne(TestDatabase db) {
        River river = new River(db);
        river.pledge(river.games, 10_000, 500, Optional.empty());
        for (int month = 0; month < 3; month++) {
            river.valley.contribute(river.games, 20_000);
            river.valley.clock.advance(Duration.ofDays(31));
        }
        river.work();
        river.work();
        assertThat(river.stake(river.games)).isEqualTo(3_000);
    }

    @EveryDatabase
    void neitherItsOwnLimitNorTheYearsNorWhatIsFreeIsPassed(TestDatabase db) {
        River river = new River(db);
        river.valley.contribute(river.games, 10_000);
        river.pledge(river.games, 9_000, 10_000, Optional.of(Valley.eur(2_500)));
        river.valley.clock.advance(Duration.ofDays(31));
        river.work();
        assertThat(river.stake(river.games))
                .as("a fifth of what it can spend, by the compact")
                .isEqualTo(2_000);
        river.valley.contribute(river.games, 50_000);
        river.valley.clock.advance(Duration.ofDays(31));
        river.work();
        assertThat(river.stake(river.games)).as("its own limit").isEqualTo(2_500);
        assertThat(river.valley.readPledges.openOf(river.games.id())).isEmpty();
    }

    @EveryDatabase
    void aSumGivenOnceWaitsUntilItIsFreeAndIsGivenOnce(TestDatabase db) {
        River river = new River(db);
        river.valley.contribute(river.games, 4_999);
        UUID pledge = river.pledge(river.games, 1_000, 0, Optional.empty());
        river.work();
        assertThat(river.stake(river.games)).isZero();
        river.valley.contribute(river.games, 1);
        river.work();
        assertThat(river.stake(river.games)).as("tried again after a day").isZero();
        river.valley.clock.advance(Duration.ofDays(1));
        river.work();
        river.valley.clock.advance(Duration.ofDays(40));
        river.work();
        assertThat(river.stake(river.games)).isEqualTo(1_000);
        assertThat(river.valley.readPledges.find(pledge).orElseThrow().pledge().isOpen())
                .isFalse();
    }

    @EveryDatabase
    void whatIsRevokedLeftBehindOrStoppedTakesNothing(TestDatabase db) {
        River river = new River(db);
        for (MemberPool pool : List.of(river.games, river.garden, river.kitchen)) {
            river.valley.contribute(pool, 10_000);
        }
        UUID revoked = river.pledge(river.games, 1_000, 1_000, Optional.empty());
        river.pledge(river.garden, 1_000, 1_000, Optional.empty());
        river.pledge(river.kitchen, 1_000, 1_000, Optional.empty());
        PledgeActionCheck check = new PledgeActionCheck(river.valley.pledgeStore);
        Action end = new Action.EndPledge(revoked);
        assertThatThrownBy(() -> check.check(BodyRef.pool(river.garden.id()), end))
                .hasMessage("PLEDGE_NOT_OPEN");
        assertThatThrownBy(() -> river.valley.pledges.end(river.garden.id(), revoked))
                .isInstanceOf(Refused.class)
                .hasMessage("PLEDGE_NOT_OPEN");
        check.check(BodyRef.pool(river.games.id()), end);
        river.valley.pledges.end(river.games.id(), revoked);
        river.valley.clock.advance(Duration.ofDays(1));
        river.valley.leave(river.flood, river.garden);
        river.valley.join(river.flood, river.garden);
        river.valley.freezes.freeze(river.kitchen.id(), Freeze.Reason.AUDIT, "a test");
        river.valley.clock.advance(Duration.ofDays(31));
        river.work();
        for (MemberPool pool : List.of(river.games, river.garden, river.kitchen)) {
            assertThat(river.stake(pool)).as(pool.slug()).isZero();
        }
        river.valley.freezes.lift(river.kitchen.id(), Freeze.Reason.AUDIT, "over");
        river.valley.clock.advance(Duration.ofDays(1));
        river.work();
        assertThat(river.stake(river.kitchen)).isEqualTo(1_000);
    }

    @EveryDatabase
    void whoLeavesHasPledgedNoLonger(TestDatabase db) {
        River river = new River(db);
        UUID left = river.pledge(river.garden, 1_000, 1_000, Optional.empty());
        UUID stays = river.pledge(river.kitchen, 1_000, 1_000, Optional.empty());
        river.valley.clock.advance(Duration.ofDays(1));
        river.valley.leave(river.flood, river.garden);
        Pledged gone = river.valley.readPledges.find(left).orElseThrow();
        assertThat(gone.pledge().endedAt()).contains(river.valley.clock.instant());
        assertThat(gone.pledge().dueAt()).isEmpty();
        assertThat(river.valley.readPledges.find(stays).orElseThrow().pledge().isOpen())
                .isTrue();
        river.valley.leave(river.flood, river.kitchen);
        river.valley.leave(river.flood, river.games);
        assertThat(river.valley.readPledges.find(stays).orElseThrow().pledge().isOpen())
                .as("a Flood that has ended")
                .isFalse();
    }

    @EveryDatabase
    void whatABankHasTakenBackIsNotWhatCameIn(TestDatabase db) {
        River river = new River(db);
        ValleyCards cards = new ValleyCards(river.valley);
        cards.contribute(river.games, 20_000);
        cards.contribute(river.games, 10_000);
        river.pledge(river.games, 5_000, 1_000, Optional.empty());
        cards.dispute(1);
        river.valley.clock.advance(Duration.ofDays(31));
        river.work();
        assertThat(river.stake(river.games)).as("a tenth of what is left").isEqualTo(2_000);
        cards.giveBack(1);
        river.valley.clock.advance(Duration.ofDays(30));
        river.work();
        assertThat(river.stake(river.games)).as("and of what came again").isEqualTo(3_000);
    }

    @EveryDatabase
    void whatABankGivesBackOfAMonthThatWasCountedIsNotCountedAgain(TestDatabase db) {
        River river = new River(db);
        ValleyCards cards = new ValleyCards(river.valley);
        river.pledge(river.games, 50_000, 1_000, Optional.empty());
        cards.contribute(river.games, 20_000);
        cards.contribute(river.games, 10_000);
        cards.contribute(river.games, 60_000);
        river.month();
        assertThat(river.stake(river.games)).isEqualTo(9_000);
        cards.dispute(0);
        cards.dispute(1);
        river.month();
        river.month();
        assertThat(river.stake(river.games)).isEqualTo(9_000);
        cards.contribute(river.games, 4_000);
        cards.giveBack(0);
        river.month();
        assertThat(river.stake(river.games)).as("what is new alone").isEqualTo(9_400);
        cards.giveBack(1);
        river.month();
        assertThat(river.stake(river.games)).isEqualTo(9_400);
    }

    @EveryDatabase
    void oneThatCannotBeCarriedOutHoldsUpNoOther(TestDatabase db) {
        River river = new River(db);
        Valley valley = river.valley;
        valley.contribute(river.games, 10_000);
        UUID broken = river.pledge(river.games, 1_000, 0, Optional.empty());
        Flood lake = valley.found(ANA, "Lake", river.games, river.garden);
        valley.join(lake, river.games, river.garden);
        valley.clock.advance(Duration.ofSeconds(1));
        UUID sound = valley.ids.newId();
        Action.Pledge pledge = new Action.Pledge(lake.id(), Valley.eur(1_000), 0, Optional.empty());
        valley.pledges.make(sound, river.games.id(), pledge);
        CarryOutPledges.Desk desk = new CarryOutPledges.Desk(
                db.transactions(), valley.pledgeStore, valley.freezes, valley.own.byHand(), valley.clock);
        PledgeSizes sizes = new PledgeSizes(
                valley.ledger,
                new ReadFlows(db.store(SqlFlowStore.class), valley.ledgerStore),
                valley.pledgeStore,
                flood -> {
                    if (flood.equals(river.flood.id())) {
                        throw new IllegalStateException("a test");
                    }
                    return valley.terms(flood);
                });
        new CarryOutPledges(desk, valley.floods, valley.places, valley.books, sizes).run(10);
        assertThat(valley.readPledges.find(sound).orElseThrow().pledge().taken())
                .isEqualTo(Valley.eur(1_000));
        Pledged told = valley.readPledges.find(broken).orElseThrow();
        assertThat(told.months()).isEmpty();
        assertThat(told.pledge().dueAt()).contains(valley.clock.instant().plus(Duration.ofDays(1)));
        valley.clock.advance(Duration.ofDays(1));
        river.work();
        assertThat(river.stake(river.games)).as("tried again").isEqualTo(1_000);
    }

    /** Three Pools in one Flood. */
    private static final class River {
        private final Valley valley;
        private final MemberPool games;
        private final MemberPool garden;
        private final MemberPool kitchen;
        private final Flood flood;

        River(TestDatabase db) {
            valley = new Valley(db);
            games = valley.pool("games", "EUR", ANA);
            garden = valley.pool("garden", "EUR", ANA);
            kitchen = valley.pool("kitchen", "EUR", ANA);
            flood = valley.found(ANA, "River", games, garden, kitchen);
            valley.join(flood, games, garden, kitchen);
        }

        void month() {
            valley.clock.advance(Duration.ofDays(31));
            work();
        }

        UUID pledge(MemberPool pool, long minor, int basisPoints, Optional<Money> most) {
            UUID proposal = valley.ids.newId();
            Action.Pledge pledge = new Action.Pledge(flood.id(), Valley.eur(minor), basisPoints, most);
            valley.pledges.make(proposal, pool.id(), pledge);
            valley.pledges.make(proposal, pool.id(), pledge);
            return proposal;
        }

        /** As the jobs do: until nothing is due. */
        void work() {
            int rounds = 0;
            while (valley.carryOutPledges.run(10) > 0 && rounds++ < 20) {
                assertThat(valley.ledger.currency(flood.id())).isEqualTo(Valley.EUR);
            }
        }

        long stake(MemberPool pool) {
            return valley.stake(flood, pool);
        }
    }
}
