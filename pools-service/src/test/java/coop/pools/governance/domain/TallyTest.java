package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.VotingRule.Base;
import coop.pools.kernel.BasisPoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTest {
    @ParameterizedTest(name = "{0} of base {1} bp, {2}:{3}:{4} of {5} people -> needs {6}, passed {7}")
    @CsvSource({
        "CAST,             5000, 2, 1, 0, 10, 2, true",
        "CAST,             5000, 2, 2, 0, 10, 3, false",
        "CAST,             5000, 3, 2, 5, 10, 3, true",
        "CAST_AND_ABSTAIN, 5000, 3, 2, 5, 10, 6, false",
        "CAST_AND_ABSTAIN, 5000, 6, 2, 2, 10, 6, true",
        "ALL,              5000, 5, 0, 0, 10, 6, false",
        "ALL,              5000, 6, 0, 0, 10, 6, true",
        "CAST,             6667, 2, 1, 0, 3,  3, false",
        "CAST,             6667, 3, 0, 0, 3,  3, true",
        "CAST,            10000, 9, 1, 0, 10, 10, false",
        "CAST,            10000, 9, 0, 1, 10, 9, true",
        "CAST,             5000, 0, 0, 9, 10, 1, false"
    })
    void strictlyMoreThanTheThresholdMustAgree(
            Base base,
            int threshold,
            long agree,
            long disagree,
            long abstain,
            long people,
            long needed,
            boolean passed) {
        Outcome outcome = Tally.of(people, new BallotCount(agree, disagree, abstain), rule(threshold, base, 2000, 3));
        assertThat(outcome.neededToPass()).isEqualTo(needed);
        assertThat(outcome.passed()).isEqualTo(passed);
    }

    @ParameterizedTest(name = "{0} bp and {1} people of {2} need {3}")
    @CsvSource({"2000, 3, 12, 3", "2000, 3, 16, 4", "2000, 3, 2, 2", "2000, 3, 1, 1", "0, 2, 50, 2", "3334, 3, 12, 5"})
    void theQuorumIsAShareAndAtLeastSomePeopleOrEverybody(int quorum, int people, long electorate, long needed) {
        Outcome outcome = Tally.of(electorate, BallotCount.NONE, rule(5000, Base.CAST, quorum, people));
        assertThat(outcome.neededForQuorum()).isEqualTo(needed);
    }

    @Test
    void abstentionsMakeTheQuorumButNotTheMajority() {
        Outcome outcome = Tally.of(10, new BallotCount(1, 0, 2), rule(5000, Base.CAST, 2000, 3));
        assertThat(outcome.quorumMet()).isTrue();
        assertThat(outcome.passed()).isTrue();
    }

    @Test
    void withoutAQuorumNothingPasses() {
        Outcome outcome = Tally.of(10, new BallotCount(2, 0, 0), rule(5000, Base.CAST, 2000, 3));
        assertThat(outcome.thresholdMet()).isTrue();
        assertThat(outcome.quorumMet()).isFalse();
        assertThat(outcome.passed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Base.class)
    void nobodyDecidesNothing(Base base) {
        assertThat(Tally.of(0, BallotCount.NONE, rule(5000, base, 0, 2)).passed())
                .isFalse();
    }

    @Test
    void moreBallotsThanPeopleIsABug() {
        assertThatThrownBy(() -> Tally.of(2, new BallotCount(2, 1, 0), rule(5000, Base.CAST, 0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static VotingRule rule(int threshold, Base base, int quorum, int people) {
        return new VotingRule(new BasisPoints(threshold), base, new BasisPoints(quorum), people, 48, 120, 24);
    }
}
