package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.enactment.CarryOut;
import coop.pools.enactment.CarryOutActions;
import coop.pools.enactment.EnactDueDecisions;
import coop.pools.exit.KeepFloor;
import coop.pools.exit.sql.SqlExitStore;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.governance.DueDecisions;
import coop.pools.governance.Holds;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.sql.SqlDisputeStore;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.OrderPayout;
import coop.pools.payout.PayoutDesk;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.sql.SqlPayeeStore;
import coop.pools.payout.sql.SqlPayoutStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A joint payment and a leaving become due at the same moment, and two nodes carry out what is due: all or none, and one
 * of two clean results. As many rounds as {@code -Dpools.flood.rounds} says.
 */
class EnactingAtOnceTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final int ROUNDS = Integer.getInteger("pools.flood.rounds", 3);

    /** A Flood within another one, and what two nodes do. */
    private static final class Round {
        final Valley valley;
        final MemberPool games;
        final MemberPool garden;
        final MemberPool mill;
        final Flood river;
        final Flood sea;
        private final ProposalStore store;
        private final SqlPayeeStore payees;
        private final EnactDueDecisions node;

        Round(Valley valley, int number) {
            this.valley = valley;
            games = valley.pool("games-" + number, "EUR", ANA);
            garden = valley.pool("garden-" + number, "EUR", ANA);
            mill = valley.pool("mill-" + number, "EUR", ANA);
            river = valley.flood("River " + number, games, garden);
            sea = valley.found(ANA, "Sea " + number, mill, games);
            valley.join(sea, mill);
            valley.join(sea, river);
            for (MemberPool pool : List.of(games, garden)) {
                valley.contribute(pool, 100);
                valley.fund(river, pool, 100);
            }
            valley.contribute(mill, 100);
            valley.fund(sea, mill, 100);
            valley.fund(sea, river, 100);
            store = valley.db.store(SqlProposalStore.class);
            node = new EnactDueDecisions(
                    valley.db.transactions(),
                    new DueDecisions(store, new Holds(valley.db.store(SqlDisputeStore.class), valley.proposals)),
                    new ValleyBodies(valley.pools, valley.body),
                    carryOut(),
                    valley.clock);
            payees = valley.db.store(SqlPayeeStore.class);
        }

        /** As the program does it, for payments and leaving. */
        private CarryOut carryOut() {
            PayoutDesk desk = new PayoutDesk(
                    valley.db.transactions(),
                    valley.db.store(SqlPayoutStore.class),
                    Map.of(BodyRef.Kind.FLOOD, valley.payouts),
                    valley.freezes,
                    valley.clock,
                    () -> {});
            OrderPayout order =
                    new OrderPayout(desk, valley.db.store(SqlPayeeStore.class), body -> Payout.Way.PROCESSOR);
            KeepFloor floor = new KeepFloor(
                    valley.db.store(SqlExitStore.class),
                    valley.ledger,
                    new ReadBylaws(valley.db.store(SqlBylawsStore.class), Valley.EDITIONS));
            return new CarryOutActions(
                    new CarryOutActions.BodyDeeds(order, null, null, floor),
                    new CarryOutActions.FloodDeeds(valley.join, valley.fund, valley.leave, null, valley.pledges),
                    null,
                    null,
                    null);
        }

        /** A vote that has passed and is due now. */
        UUID passed(BodyRef body, Action action) {
            Instant now = valley.clock.instant();
            UUID id = valley.ids.newId();
            Proposal proposal = new Proposal(id, body, ANA, "A wish", "", action, now, now, Progress.NONE);
            store.insert(proposal);
            var rule = new ValleyBodies(valley.pools, valley.body).ruleFor(body, action);
            store.open(id, new Vote(now, rule, 1, 1, now.plus(Duration.ofHours(1))));
            store.close(id, now, new Outcome(1, new BallotCount(1, 0, 0), 1, 1), Optional.of(now));
            return id;
        }

        UUID paying(Flood flood, long minor) {
            BodyRef body = BodyRef.flood(flood.id());
            Instant now = valley.clock.instant();
            UUID inviting = valley.ids.newId();
            valley.db.store(SqlIdentityStore.class).insertPerson(new Person(inviting, "Somebody", now));
            Payee payee = new Payee(
                    valley.ids.newId(),
                    body,
                    Optional.empty(),
                    "The electrician",
                    Optional.empty(),
                    Valley.EUR,
                    Optional.empty(),
                    Optional.empty(),
                    PayeeState.INVITED,
                    Backoff.none(),
                    inviting,
                    now);
            payees.insert(payee, new byte[32], now);
            return passed(body, new Action.Pay(payee.id(), Valley.eur(minor), "Lights for all"));
        }

        void enactOnTwoNodes() throws Exception {
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                done.add(nodes.submit(() -> {
                    start.await();
                    return node.run(10);
                }));
            }
            for (Future<Integer> each : done) {
                each.get();
            }
            nodes.shutdown();
            // What one of them was too busy for is due still.
            node.run(10);
        }

        ProposalState state(UUID proposal) {
            return valley.proposals.one(proposal).state();
        }
    }

    @EveryDatabase
    void aPoolThatLeavesWhileItsFloodPaysIsInThePaymentOrNotAtAll(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        for (int number = 0; number < ROUNDS; number++) {
            Round round = new Round(valley, number);
            UUID pay = round.paying(round.river, 80);
            UUID leave = round.passed(BodyRef.pool(round.garden.id()), new Action.LeaveFlood(round.river.id()));
            round.enactOnTwoNodes();
            assertThat(round.state(leave)).isEqualTo(ProposalState.ENACTED);
            boolean paid = round.state(pay) == ProposalState.ENACTED;
            assertThat(round.state(pay)).isIn(ProposalState.ENACTED, ProposalState.BLOCKED);
            assertThat(valley.available(round.garden))
                    .as("40 of 80, or nothing")
                    .isEqualTo(paid ? 60 : 100);
            assertThat(valley.balance(round.river.id(), Accounts.RESERVED)).isEqualTo(paid ? 80 : 0);
            assertThat(valley.stake(round.river, round.games)).isEqualTo(paid ? 10 : 50);
            assertThat(inSea(round)).as("the garden's half has gone home").isEqualTo(50);
        }
    }

    @EveryDatabase
    void aPoolThatLeavesASmallerFloodWhileTheLargerOnePaysIsInThePaymentOrNotAtAll(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        for (int number = 0; number < ROUNDS; number++) {
            Round round = new Round(valley, number);
            UUID pay = round.paying(round.sea, 150);
            UUID leave = round.passed(BodyRef.pool(round.garden.id()), new Action.LeaveFlood(round.river.id()));
            round.enactOnTwoNodes();
            assertThat(round.state(leave)).isEqualTo(ProposalState.ENACTED);
            assertThat(round.state(pay)).isEqualTo(ProposalState.ENACTED);
            assertThat(valley.balance(round.sea.id(), Accounts.RESERVED)).isEqualTo(150);
            long promised = valley.balance(
                    round.river.id(), "equity:floods-committed:" + round.sea.slug() + ":" + round.garden.slug());
            assertThat(promised).as("its part of 75, or nothing").isIn(37L, 38L, 0L);
            assertThat(valley.available(round.garden)).isEqualTo(100 - promised);
            assertThat(inSea(round)).isEqualTo(promised == 0 ? 0 : promised - 25);
            assertThat(valley.balance(
                            round.sea.id(),
                            Fund.TRANSFER.committed(Member.of(round.river).key())))
                    .isEqualTo(promised == 0 ? 50 : 75);
        }
    }

    @EveryDatabase
    void aFloodThatLeavesALargerOneWhileThatPaysIsInThePaymentOrNotAtAll(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        for (int number = 0; number < ROUNDS; number++) {
            Round round = new Round(valley, number);
            UUID pay = round.paying(round.sea, 150);
            UUID leave = round.passed(BodyRef.flood(round.river.id()), new Action.LeaveFlood(round.sea.id()));
            round.enactOnTwoNodes();
            assertThat(round.state(leave)).isEqualTo(ProposalState.ENACTED);
            boolean paid = round.state(pay) == ProposalState.ENACTED;
            assertThat(round.state(pay)).isIn(ProposalState.ENACTED, ProposalState.BLOCKED);
            assertThat(valley.balance(round.river.id(), Accounts.AVAILABLE)).isEqualTo(paid ? 125 : 200);
            assertThat(valley.balance(round.sea.id(), Accounts.RESERVED)).isEqualTo(paid ? 150 : 0);
            assertThat(inSea(round)).isZero();
        }
    }

    private static long inSea(Round round) {
        return round.valley.balance(
                round.sea.id(), Fund.TRANSFER.free(Member.of(round.river).key()));
    }
}
