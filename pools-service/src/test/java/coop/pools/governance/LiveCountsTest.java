package coop.pools.governance;

import static coop.pools.governance.Village.member;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Topic;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A count that people look at is made once, until something comes that could change it. */
class LiveCountsTest {
    private final AtomicInteger counted = new AtomicInteger();
    private final LiveCounts<Integer> counts = new LiveCounts<>();

    @EveryDatabase
    void whoLooksAgainDoesNotCountAgain(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(5);
        village.bodies.allowDelegates(3);
        Proposal proposal = village.proposals.find(options(village)).orElseThrow();
        Instant now = village.clock.instant();
        Optional<Instant> ends = Optional.of(now.plusSeconds(60));

        assertThat(look(village, proposal, now, ends)).isEqualTo(1);
        assertThat(look(village, proposal, now.plusSeconds(59), ends)).isEqualTo(1);
        assertThat(look(village, proposal, now.plusSeconds(60), ends))
                .as("a delegation has ended")
                .isEqualTo(2);
        village.cast.cast(member(2), proposal.id(), new NewBallot(Mark.of(List.of(0, 1)), "", false));
        assertThat(look(village, proposal, now, ends)).as("a ballot came").isEqualTo(3);
        village.cast.cast(member(2), proposal.id(), new NewBallot(Mark.of(List.of(1, 0)), "", false));
        assertThat(look(village, proposal, now, ends)).as("it was changed").isEqualTo(4);
        village.give.give(member(3), VillageBodies.POOL, Topic.ALL, VillageBodies.person(2), Optional.empty());
        assertThat(look(village, proposal, now, ends))
                .as("a delegate was named")
                .isEqualTo(5);
        village.ballots.touch(proposal.id());
        assertThat(look(village, proposal, now, ends)).as("a Pool dropped out").isEqualTo(6);
    }

    @EveryDatabase
    void whatIsShownFollowsEveryBallotAndDelegation(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(5);
        village.bodies.allowDelegates(3);
        UUID id = village.open();
        village.vote(id, Choice.AGREE, 2);
        village.give.give(member(3), VillageBodies.POOL, Topic.ALL, VillageBodies.person(2), Optional.of(1));
        assertThat(agreeing(village, id)).isEqualTo(2);
        village.vote(id, Choice.DISAGREE, 3);
        assertThat(agreeing(village, id)).as("the own vote wins").isEqualTo(1);
        village.takeBack.withdraw(member(3), id);
        assertThat(agreeing(village, id)).isEqualTo(2);
        village.clock.advance(Duration.ofDays(1));
        assertThat(agreeing(village, id)).as("it has ended by its time").isEqualTo(1);
    }

    private static long agreeing(Village village, UUID id) {
        return village.counts
                .of(member(1), id, Optional.empty(), 10)
                .result()
                .orElseThrow()
                .ballots()
                .agree();
    }

    private int look(Village village, Proposal proposal, Instant now, Optional<Instant> ends) {
        LiveCounts.State state = new LiveCounts.State(
                proposal.progress().vote().orElseThrow(),
                village.ballots.version(proposal.id()),
                village.delegations.version(proposal.body().id()),
                List.of(),
                false);
        return counts.of(proposal, state, now, () -> ends, counted::incrementAndGet);
    }

    static UUID options(Village village) {
        BallotPaper paper = new BallotPaper(
                Method.CHOOSE_ONE,
                List.of(
                        new Option("a", "Tea", new Action.Statement()),
                        new Option("b", "Coffee", new Action.Statement())),
                1,
                1,
                Reasons.OPTIONAL,
                0,
                Shown.LIVE,
                false);
        Draft draft =
                new Draft(VillageBodies.POOL, "What to drink", "", new Action.Statement(), paper, Optional.empty());
        UUID id = village.propose.propose(member(1), village.ids.newId(), draft).id();
        village.hours(48);
        village.openDue.run(10);
        return id;
    }
}
