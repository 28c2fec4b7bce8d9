package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.web.CountFile;
import coop.pools.kernel.BasisPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Votes in which the Pools of a Flood must agree beside its people. */
class PoolsTooTest {
    private static final List<UUID> POOLS =
            IntStream.range(0, 3).mapToObj(number -> new UUID(9, number)).toList();

    private final List<CountSheet.Cast> ballots = new ArrayList<>();
    private final List<CountSheet.Edge> delegations = new ArrayList<>();

    @Test
    void theManyOfOnePoolCannotSpendAgainstTheOthers() {
        IntStream.range(0, 20).forEach(person -> vote(person, Choice.AGREE, 0));
        vote(20, Choice.DISAGREE, 1);
        vote(21, Choice.DISAGREE, 2);
        Outcome outcome = count(BallotPaper.USUAL, 5000);
        assertThat(outcome.thresholdMet()).isTrue();
        assertThat(outcome.pools().orElseThrow().agree()).isEqualTo(1);
        assertThat(outcome.pools().orElseThrow().needed()).isEqualTo(2);
        assertThat(outcome.passed()).isFalse();
    }

    @Test
    void theManyPoolsCannotSpendAgainstTheManyPeople() {
        IntStream.range(0, 20).forEach(person -> vote(person, Choice.DISAGREE, 0));
        vote(20, Choice.AGREE, 1);
        vote(21, Choice.AGREE, 2);
        assertThat(count(BallotPaper.USUAL, 5000).poolsMet()).isTrue();
        assertThat(count(BallotPaper.USUAL, 5000).passed()).isFalse();
    }

    @Test
    void aPersonInThreePoolsIsOneAmongThePeopleAndStandsInEachPool() {
        vote(1, Choice.AGREE, 0, 1, 2);
        vote(2, Choice.DISAGREE, 2);
        Outcome outcome = count(BallotPaper.USUAL, 5000);
        assertThat(outcome.ballots()).isEqualTo(new BallotCount(1, 1, 0));
        assertThat(outcome.pools().orElseThrow().lines())
                .containsExactly(
                        new PoolsCount.Line(POOLS.get(0), 1, 0),
                        new PoolsCount.Line(POOLS.get(1), 1, 0),
                        new PoolsCount.Line(POOLS.get(2), 1, 1));
        assertThat(outcome.passed()).as("people are tied").isFalse();
    }

    @Test
    void aTieAndSilenceInAPoolAreNoAgreement() {
        vote(1, Choice.AGREE, 0);
        vote(2, Choice.AGREE, 1);
        vote(3, Choice.DISAGREE, 1);
        vote(4, Choice.AGREE, 0);
        assertThat(count(BallotPaper.USUAL, 5000).pools().orElseThrow().agree()).isEqualTo(1);
        vote(5, Choice.ABSTAIN, 2);
        vote(6, Choice.AGREE, 1);
        assertThat(count(BallotPaper.USUAL, 5000).passed())
                .as("two of three Pools")
                .isTrue();
        assertThat(count(BallotPaper.USUAL, 10_000).passed())
                .as("all of them are asked for")
                .isFalse();
    }

    @Test
    void whoLetsAnotherVoteCountsInTheirOwnPools() {
        vote(1, Choice.AGREE, 0);
        delegations.add(new CountSheet.Edge(id(2), id(1), List.of(1, 2)));
        Outcome outcome = count(BallotPaper.USUAL, 5000);
        assertThat(outcome.ballots().agree()).isEqualTo(2);
        assertThat(outcome.pools().orElseThrow().agree()).isEqualTo(3);
    }

    @Test
    void withOptionsAPoolAgreesWithTheOneThatLeads() {
        mark(1, List.of(1, 2), 0);
        mark(2, List.of(1, 2), 0);
        mark(3, List.of(1, 2), 0);
        mark(4, List.of(2, 1), 1);
        mark(5, List.of(1, 2), 2);
        BallotPaper ranked = paper(Method.RANKED);
        Outcome outcome = count(ranked, 5000);
        assertThat(outcome.pools().orElseThrow().lines())
                .extracting(PoolsCount.Line::agrees)
                .containsExactly(true, false, true);
        assertThat(outcome.winners()).containsExactly(0);
        assertThat(count(ranked, 10_000).winners())
                .as("one Pool is for the other")
                .isEmpty();
    }

    @Test
    void anElectionAndAQuestionAreOfPeopleAlone() {
        mark(1, List.of(1, 2), 0);
        assertThat(count(paper(Method.ELECTION), 10_000).pools()).isEmpty();
    }

    @Property(tries = 100)
    void theFileCountsTheSameAgain(@ForAll long seed) {
        Random random = new Random(seed);
        ballots.clear();
        delegations.clear();
        for (int person = 0; person < 12; person++) {
            int mine = random.nextInt(8);
            List<Integer> places = IntStream.range(0, 3)
                    .filter(place -> (mine & 1 << place) != 0)
                    .boxed()
                    .toList();
            if (random.nextBoolean()) {
                Mark mark = Mark.of(Choice.values()[random.nextInt(3)]);
                ballots.add(new CountSheet.Cast(Optional.of(id(person)), mark, "r" + person, places));
            } else {
                delegations.add(new CountSheet.Edge(id(person), id(random.nextInt(12)), places));
            }
        }
        CountSheet sheet = sheet(BallotPaper.USUAL, 5000);
        Outcome outcome = sheet.count().outcome();
        String file = CountFile.write("A tent", sheet, outcome);
        CountFile.Read read = CountFile.read(file);
        assertThat(read.sheet().fault()).isEmpty();
        assertThat(read.sheet().count().outcome()).isEqualTo(outcome);
        assertThat(CountFile.resultOf(outcome)).isEqualTo(read.result()).contains("\"pools\"");
        for (int place = 0; place < 3; place++) {
            PoolsCount.Line line = outcome.pools().orElseThrow().lines().get(place);
            assertThat(line.agree() + line.disagree())
                    .isLessThanOrEqualTo(outcome.ballots().cast());
        }
    }

    private static BallotPaper paper(Method method) {
        Option one = new Option("a", "A tent", new Action.Statement());
        Option other = new Option("b", "A stage", new Action.Statement());
        return new BallotPaper(method, List.of(one, other), 1, 1, Reasons.OPTIONAL, 0, Shown.LIVE, false);
    }

    private void vote(int person, Choice choice, Integer... places) {
        ballots.add(new CountSheet.Cast(Optional.of(id(person)), Mark.of(choice), "r" + person, List.of(places)));
    }

    private void mark(int person, List<Integer> marks, Integer... places) {
        ballots.add(new CountSheet.Cast(Optional.of(id(person)), Mark.of(marks), "r" + person, List.of(places)));
    }

    private Outcome count(BallotPaper paper, int pools) {
        return sheet(paper, pools).count().outcome();
    }

    private CountSheet sheet(BallotPaper paper, int pools) {
        VotingRule rule = new VotingRule(
                new BasisPoints(5000),
                VotingRule.Base.CAST,
                new BasisPoints(0),
                1,
                0,
                24,
                0,
                VotingRule.Manners.USUAL,
                Optional.of(new BasisPoints(pools)));
        return new CountSheet(
                new UUID(5, 5),
                paper,
                rule,
                new Electorate(30, 30),
                List.copyOf(ballots),
                List.copyOf(delegations),
                POOLS);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }
}
