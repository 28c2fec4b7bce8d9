package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.BasisPoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaysToDecideTest {
    private static final VotingRule RULE = rule(5000, VotingRule.Base.CAST);

    @Test
    void whatMoreThanHalfChooseWins() {
        Outcome outcome = count(paper(Method.CHOOSE_ONE, 3, 1), 10, "100", "100", "100", "010", "001", "-");
        assertThat(outcome.winners()).containsExactly(0);
        assertThat(outcome.ballots()).isEqualTo(new BallotCount(3, 2, 1));
        assertThat(outcome.neededToPass()).isEqualTo(3);
    }

    @Test
    void whatLeadsWithoutAMajorityDoesNotWin() {
        Outcome outcome = count(paper(Method.CHOOSE_ONE, 3, 1), 10, "100", "100", "010", "001");
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.winners()).isEmpty();
    }

    @Test
    void aTieOfTheFirstFailsInEveryWay() {
        assertTied(count(paper(Method.CHOOSE_ONE, 2, 1), 4, "10", "10", "01", "01"));
        assertTied(count(paper(Method.APPROVAL, 2, 1), 4, "11", "11", "11"));
        assertTied(count(paper(Method.SCORE, 2, 5), 4, "55", "44", "32", "23"));
        assertTied(count(paper(Method.DOTS, 2, 4), 4, "31", "13", "22"));
        assertTied(count(paper(Method.RANKED, 2, 1), 4, "12", "12", "21", "21"));
    }

    @Test
    void mostApprovalsWinWhereMoreThanHalfApprove() {
        Outcome outcome = count(paper(Method.APPROVAL, 3, 1), 9, "110", "110", "011", "010");
        assertThat(outcome.winners()).containsExactly(1);
        assertThat(outcome.ranking().orElseThrow().lines())
                .extracting(Ranking.Line::support)
                .containsExactly(2L, 4L, 1L);
    }

    @Test
    void pointsLeadButPeopleDecide() {
        BallotPaper paper = paper(Method.SCORE, 2, 5);
        Outcome few = count(paper, 5, "52", "52", "02", "02", "02");
        assertThat(few.ranking().orElseThrow().tied()).isTrue();
        Outcome outcome = count(paper, 5, "50", "50", "01", "01", "02");
        assertThat(outcome.passed()).as("two of five are for it, however loud").isFalse();
        assertThat(count(paper, 5, "50", "50", "31", "01", "02").winners()).containsExactly(0);
    }

    @Test
    void aVoteWithoutAnActionNeverBinds() {
        assertThat(Method.SENSE_CHECK.binds()).isFalse();
        Outcome times = count(paper(Method.MEETING_TIME, 3, 1), 5, "210", "120", "220");
        assertThat(times.ranking().orElseThrow().winners()).containsExactly(1 - 1, 1);
        assertThat(times.ranking().orElseThrow().tied()).isTrue();
        Option paid = new Option("b", "Pay", new Action.EndSteward(new java.util.UUID(1, 1)));
        BallotPaper vain = with(Method.MEETING_TIME, List.of(option(0), paid), 1, 1, 0);
        assertThat(vain.fault()).contains("action");
    }

    @Test
    void enoughBlocksStopWhatWouldPass() {
        BallotPaper paper = with(Method.AGREE, List.of(), 1, 1, 2);
        Electorate ten = new Electorate(10, 10);
        assertThat(Tally.of(ten, new BallotCount(8, 1, 0, 1), paper, RULE).passed())
                .isTrue();
        assertThat(Tally.of(ten, new BallotCount(8, 2, 0, 2), paper, RULE).passed())
                .isFalse();
        assertThat(paper.accepts(Mark.of(Choice.BLOCK))).isTrue();
        assertThat(BallotPaper.USUAL.accepts(Mark.of(Choice.BLOCK))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyWayWorksInPoolsOfOneToTwoHundred(Method method) {
        for (int people = 1; people <= 200; people++) {
            int options = method.hasOptions() ? 3 : 0;
            BallotPaper paper = paper(method, options, method == Method.SCORE || method == Method.DOTS ? 5 : 1);
            Mark all = method.hasOptions() ? Mark.of(favourite(method)) : Mark.of(Choice.AGREE);
            assertThat(paper.fault()).isEmpty();
            assertThat(paper.accepts(all)).isTrue();
            for (VotingRule.Base base : VotingRule.Base.values()) {
                for (int threshold : new int[] {5000, 6667, 10_000}) {
                    Electorate electorate = new Electorate(people, people);
                    VotingRule rule = rule(threshold, base);
                    Outcome agreed =
                            Tally.of(electorate, Collections.nCopies(people, all), paper, rule, List.of(0, 1, 2));
                    assertThat(agreed.passed())
                            .as("%s, %d people", method, people)
                            .isTrue();
                    Outcome silent = Tally.of(electorate, List.of(), paper, rule, List.of(0, 1, 2));
                    assertThat(silent.passed()).isFalse();
                    assertThat(agreed.neededForQuorum()).isBetween(1L, (long) people);
                    assertThat(agreed.neededToPass()).isBetween(1L, (long) people);
                }
            }
        }
    }

    @Test
    void silentMembersAreNotCountedForTheQuorumButMayVote() {
        Electorate mostlySilent = new Electorate(100, 10);
        Outcome outcome =
                Tally.of(mostlySilent, new BallotCount(3, 0, 0), BallotPaper.USUAL, rule(5000, VotingRule.Base.CAST));
        assertThat(outcome.neededForQuorum()).isEqualTo(3);
        assertThat(outcome.passed()).isTrue();
    }

    @Test
    void aVoteIsCertainOnlyWhenNothingThatIsLeftCouldChangeIt() {
        VotingRule last = new VotingRule(
                new BasisPoints(5000),
                VotingRule.Base.CAST,
                new BasisPoints(2000),
                3,
                0,
                24,
                0,
                new VotingRule.Manners(false, true, false));
        assertThat(Certainty.isPossible(BallotPaper.USUAL, last)).isTrue();
        assertThat(Certainty.isPossible(BallotPaper.USUAL, RULE)).isFalse();
        for (Method never : List.of(Method.SENSE_CHECK, Method.RANKED, Method.ELECTION, Method.MEETING_TIME)) {
            assertThat(Certainty.isPossible(paper(never, 3, 1), last))
                    .as("%s", never)
                    .isFalse();
        }
        Electorate seven = new Electorate(7, 7);
        for (int agree = 0; agree <= 7; agree++) {
            for (int disagree = 0; agree + disagree <= 7; disagree++) {
                for (int abstain = 0; agree + disagree + abstain <= 7; abstain++) {
                    BallotCount count = new BallotCount(agree, disagree, abstain);
                    assertThat(Certainty.isReached(seven, count, BallotPaper.USUAL, last))
                            .as("%s", count)
                            .isEqualTo(count.cast() >= 3 && oneResult(seven, count, last));
                }
            }
        }
    }

    /** Tries every way in which the rest could vote or stay away. */
    private static boolean oneResult(Electorate electorate, BallotCount count, VotingRule rule) {
        long left = electorate.people() - count.cast();
        boolean now = Tally.of(electorate, count, BallotPaper.USUAL, rule).passed();
        for (int agree = 0; agree <= left; agree++) {
            for (int disagree = 0; agree + disagree <= left; disagree++) {
                for (int abstain = 0; agree + disagree + abstain <= left; abstain++) {
                    BallotCount then = new BallotCount(
                            count.agree() + agree, count.disagree() + disagree, count.abstain() + abstain);
                    if (Tally.of(electorate, then, BallotPaper.USUAL, rule).passed() != now) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @Test
    void ballotsThatDoNotFitThePaperAreNotAccepted() {
        assertThat(paper(Method.CHOOSE_ONE, 3, 1).accepts(mark("110"))).isFalse();
        assertThat(paper(Method.APPROVAL, 3, 1).accepts(mark("120"))).isFalse();
        assertThat(paper(Method.SCORE, 3, 5).accepts(mark("600"))).isFalse();
        assertThat(paper(Method.DOTS, 3, 5).accepts(mark("330"))).isFalse();
        assertThat(paper(Method.RANKED, 3, 1).accepts(mark("130"))).isFalse();
        assertThat(paper(Method.RANKED, 3, 1).accepts(mark("110"))).isFalse();
        assertThat(paper(Method.RANKED, 3, 1).accepts(mark("021"))).isTrue();
        assertThat(paper(Method.RANKED, 3, 1).accepts(mark("12"))).isFalse();
        assertThat(paper(Method.RANKED, 3, 1).accepts(Mark.of(Choice.AGREE))).isFalse();
        assertThat(paper(Method.RANKED, 3, 1).accepts(Mark.of(Choice.ABSTAIN))).isTrue();
        assertThat(paper(Method.APPROVAL, 3, 1).accepts(Mark.of(List.of(1, -1, 0))))
                .isFalse();
    }

    private static List<Integer> favourite(Method method) {
        return switch (method) {
            case SCORE -> List.of(5, 0, 1);
            case MEETING_TIME -> List.of(2, 0, 1);
            case RANKED, ELECTION -> List.of(1, 2, 3);
            default -> List.of(1, 0, 0);
        };
    }

    private static void assertTied(Outcome outcome) {
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.ranking().orElseThrow().tied()).isTrue();
    }

    private static Outcome count(BallotPaper paper, int people, String... marks) {
        List<Mark> all = Arrays.stream(marks).map(WaysToDecideTest::mark).toList();
        assertThat(all).allMatch(paper::accepts);
        return Tally.of(new Electorate(people, people), all, paper, RULE, List.of(0, 1, 2));
    }

    private static Mark mark(String digits) {
        return digits.equals("-")
                ? Mark.of(Choice.ABSTAIN)
                : Mark.of(digits.chars().mapToObj(c -> c - '0').toList());
    }

    static BallotPaper paper(Method method, int options, int most) {
        List<Option> all = new ArrayList<>();
        IntStream.range(0, options).forEach(place -> all.add(option(place)));
        return with(method, all, 1, most, 0);
    }

    private static Option option(int place) {
        return new Option(Option.keyAt(place), "Option " + place, new Action.Statement());
    }

    private static BallotPaper with(Method method, List<Option> options, int seats, int most, int blocks) {
        return new BallotPaper(method, options, seats, most, Reasons.OPTIONAL, blocks, Shown.LIVE, false);
    }

    private static VotingRule rule(int threshold, VotingRule.Base base) {
        return new VotingRule(new BasisPoints(threshold), base, new BasisPoints(2000), 3, 0, 24, 0);
    }
}
