package coop.pools.governance;

import static coop.pools.governance.Village.member;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Topic;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.Refused;
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
import java.util.concurrent.atomic.AtomicInteger;

class VotingAtOnceTest {
    /** Few in the suite; {@code -Dpools.vote.rounds=200} for a long trial. */
    private static final int ROUNDS = Integer.getInteger("pools.vote.rounds", 5);

    /** Of what asks for hundreds of ballots in each. */
    private static final int LONG_ROUNDS = Integer.getInteger("pools.vote.rounds", 1);

    @EveryDatabase
    void votersAndClosersAtOnceStoreWhatARecountGives(TestDatabase db) throws Exception {
        Village village = new Village(db, 8);
        for (int round = 0; round < ROUNDS; round++) {
            UUID id = village.open();
            Vote vote = village.read.one(id).vote().orElseThrow();
            village.clock.advance(
                    Duration.between(village.clock.instant(), vote.closesAt()).minusNanos(1_000));
            AtomicInteger closed = new AtomicInteger();
            List<Callable<Object>> work = new ArrayList<>();
            for (int voter = 1; voter <= 8; voter++) {
                int number = voter;
                work.add(() -> tryToVote(village, id, number));
            }
            work.add(() -> {
                village.clock.advance(Duration.ofMillis(1));
                return closed.addAndGet(village.closeDue.run(10));
            });
            work.add(() -> closed.addAndGet(village.closeDue.run(10)));
            atOnce(work);
            closed.addAndGet(village.closeDue.run(10));
            assertThat(closed).hasValue(1);
            Outcome stored = village.stored(id).orElseThrow();
            assertThat(stored).isEqualTo(Tally.of(8, village.recount(id), vote.rule()));
            assertThat(village.ballots.counter(id)).contains(village.recount(id));
        }
    }

    /** Voters, people who give and end delegations, the closer and the scheduler, all at once. */
    @EveryDatabase
    void delegatesWhoComeAndGoWhileAVoteClosesAreStoredAsARecountGivesThem(TestDatabase db) throws Exception {
        Village village = new Village(db, 8);
        village.bodies.allowDelegates(8);
        for (int round = 0; round < ROUNDS; round++) {
            UUID id = village.open();
            Vote vote = village.read.one(id).vote().orElseThrow();
            village.clock.advance(
                    Duration.between(village.clock.instant(), vote.closesAt()).minusNanos(1_000));
            List<Callable<Object>> work = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                int voter = number;
                int other = number + 4;
                work.add(() -> tryToVote(village, id, voter));
                work.add(() -> tryToDelegate(village, other, voter));
                work.add(() -> {
                    village.end.end(member(other), VillageBodies.POOL, Topic.MONEY);
                    return other;
                });
            }
            work.add(() -> {
                village.clock.advance(Duration.ofMillis(1));
                return village.closeDue.run(10);
            });
            work.add(() -> village.closeDue.run(10));
            atOnce(work);
            village.closeDue.run(10);
            Outcome stored = village.stored(id).orElseThrow();
            assertThat(village.count.recount(village.proposals.find(id).orElseThrow()))
                    .isEqualTo(stored);
            assertThat(village.count
                            .sheet(village.proposals.find(id).orElseThrow())
                            .count()
                            .outcome())
                    .as("by the sheet that anybody can count again")
                    .isEqualTo(stored);
            assertThat(stored.ballots().cast()).isLessThanOrEqualTo(8);
        }
    }

    @EveryDatabase
    void aHundredChangesLeaveATallyOfOneAndAHistoryOfAHundred(TestDatabase db) {
        Village village = new Village(db, 5);
        for (int round = 0; round < LONG_ROUNDS; round++) {
            aHundredChanges(village, village.open());
            village.hours(200);
            village.closeDue.run(10);
        }
    }

    private static void aHundredChanges(Village village, UUID id) {
        for (int change = 0; change < 100; change++) {
            village.vote(id, Choice.values()[change % 3], 1);
        }
        assertThat(village.recount(id).cast()).isEqualTo(1);
        assertThat(village.ballots.counter(id)).contains(village.recount(id));
        assertThat(village.ballots.revisions(id, VillageBodies.person(1)))
                .hasSize(100)
                .extracting(Ballot::revision)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @EveryDatabase
    void ballotsThroughTransactionsOfTheirOwnMeetTheCloseAsWell(TestDatabase db) throws Exception {
        Village village = new Village(db, 8);
        UUID id = village.open();
        Vote vote = village.read.one(id).vote().orElseThrow();
        village.clock.advance(
                Duration.between(village.clock.instant(), vote.closesAt()).minusNanos(1_000));
        List<Callable<Object>> work = new ArrayList<>();
        for (int voter = 1; voter <= 8; voter++) {
            int number = voter;
            // As on another node, whose writer is not this one's.
            work.add(() -> db.transactions().inTransaction(() -> tryToVote(village, id, number)));
        }
        work.add(() -> {
            village.clock.advance(Duration.ofMillis(1));
            return village.closeDue.run(10);
        });
        atOnce(work);
        village.closeDue.run(10);
        assertThat(village.stored(id).orElseThrow().ballots()).isEqualTo(village.recount(id));
    }

    /** What is refused undoes nothing that is written with it; and what closes a vote is seen by those behind it. */
    @EveryDatabase
    void refusedBallotsLeaveTheOthersWhoVoteWithThemAlone(TestDatabase db) throws Exception {
        Village village = new Village(db, 40);
        village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(false, false, false)));
        UUID id = village.open();
        AtomicInteger taken = new AtomicInteger();
        List<Callable<Object>> work = new ArrayList<>();
        for (int voter = 1; voter <= 40; voter++) {
            int number = voter;
            work.add(() -> tryToVote(village, id, number) instanceof Ballot ? taken.incrementAndGet() : 0);
            work.add(() -> tryToVote(village, id, 100 + number));
        }
        atOnce(work);
        Outcome stored = village.stored(id).orElseThrow();
        assertThat(stored.passed()).as("closed once nothing could change it").isTrue();
        assertThat(stored.ballots())
                .isEqualTo(village.recount(id))
                .extracting(BallotCount::cast)
                .isEqualTo((long) taken.get());
        assertThat(village.ballots.counter(id)).contains(village.recount(id));
    }

    @EveryDatabase
    void fiveHundredBallotsOfOnePersonCountOnce(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        for (int round = 0; round < LONG_ROUNDS; round++) {
            fiveHundredBallots(village, village.open());
            village.hours(200);
            village.closeDue.run(10);
        }
    }

    private static void fiveHundredBallots(Village village, UUID id) throws Exception {
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Choice choice = Choice.values()[i % 3];
            String reason = "number " + i;
            work.add(() -> village.cast.cast(member(1), id, choice, reason));
        }
        atOnce(work);
        BallotCount count = village.recount(id);
        assertThat(count.cast()).isEqualTo(1);
        assertThat(village.ballots.counter(id)).contains(count);
        assertThat(village.standing.of(member(1), id).ballot().orElseThrow().revision())
                .isEqualTo(500);
        assertThat(village.ballots.counted(id, new UUID(0, 0), 10)).hasSize(1);
    }

    @EveryDatabase
    void aVoteOpensOnceHoweverManyOpenIt(TestDatabase db) throws Exception {
        Village village = new Village(db, 12);
        UUID id = village.proposed().id();
        village.hours(48);
        AtomicInteger opened = new AtomicInteger();
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(() -> opened.addAndGet(village.openDue.run(10)));
        }
        for (int voter = 1; voter <= 8; voter++) {
            int number = voter;
            work.add(() -> village.cast.cast(member(number), id, Choice.AGREE, ""));
        }
        atOnce(work);
        assertThat(opened.get()).isLessThanOrEqualTo(1);
        assertThat(village.proposals.parts(id)).hasSize(1);
        assertThat(village.recount(id)).isEqualTo(new BallotCount(8, 0, 0));
    }

    @EveryDatabase
    void aDecisionIsCarriedOutOnceHoweverManyTakeIt(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.hours(144);
        village.closeDue.run(10);
        AtomicInteger carriedOut = new AtomicInteger();
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(() -> db.transactions().inTransaction(() -> {
                boolean mine = village.decisions
                        .take(id, village.clock.instant())
                        .filter(p -> village.decisions.markEnacted(p.id(), village.clock.instant()))
                        .isPresent();
                return mine ? carriedOut.incrementAndGet() : 0;
            }));
        }
        atOnce(work);
        assertThat(carriedOut).hasValue(1);
        assertThat(village.state(id)).isEqualTo(ProposalState.ENACTED);
    }

    @EveryDatabase
    void oneIdMakesOneProposalHoweverManyTry(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        UUID id = village.ids.newId();
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(() -> village.propose.propose(member(1), id, Village.draft(Village.PAY)));
        }
        List<Object> answers = atOnce(work);
        assertThat(answers)
                .hasSize(12)
                .allSatisfy(a -> assertThat(((Proposal) a).id()).isEqualTo(id));
    }

    private static Object tryToVote(Village village, UUID id, int voter) {
        try {
            return village.cast.cast(member(voter), id, voter % 3 == 0 ? Choice.DISAGREE : Choice.AGREE, "");
        } catch (Refused refused) {
            assertThat(refused).hasMessage(voter > 40 ? "MEMBERS_ONLY" : "VOTING_CLOSED");
            return refused;
        }
    }

    private static Object tryToDelegate(Village village, int from, int to) {
        return village.give.give(
                member(from), VillageBodies.POOL, Topic.MONEY, VillageBodies.person(to), Optional.empty());
    }

    private static List<Object> atOnce(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(work.size(), 20));
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> future : threads.invokeAll(work)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
