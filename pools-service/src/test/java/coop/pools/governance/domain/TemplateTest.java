package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.BasisPoints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways to decide preset a vote and never make it easier. */
class TemplateTest {
    private static final VotingRule USUAL = rule(7000, 1000, 48, 120);
    private static final VotingRule WEIGHTY = rule(6667, 3334, 48, 120);

    @ParameterizedTest
    @EnumSource
    void noTemplateMakesAVoteEasierThanTheBylawsDo(Template template) {
        VotingRule by = template.over(USUAL, WEIGHTY);
        assertThat(by.stricter(USUAL)).isEqualTo(by);
        assertThat(template.paper().fault()).as("its own paper is sound").isEmpty();
        assertThat(template.says()).endsWith(".");
    }

    @Test
    void consensusNeedsAllAndAWeightyThingAsMuchAsARule() {
        assertThat(Template.CONSENSUS.over(USUAL, WEIGHTY).threshold().value()).isEqualTo(BasisPoints.WHOLE);
        assertThat(Template.SIGNIFICANT.over(USUAL, WEIGHTY)).isEqualTo(rule(7000, 3334, 48, 120));
        Outcome oneAgainst = Tally.of(
                new Electorate(9, 9),
                new BallotCount(8, 1, 0),
                Template.CONSENSUS.paper(),
                Template.CONSENSUS.over(USUAL, WEIGHTY));
        Outcome oneAside = Tally.of(
                new Electorate(9, 9),
                new BallotCount(8, 0, 1),
                Template.CONSENSUS.paper(),
                Template.CONSENSUS.over(USUAL, WEIGHTY));
        assertThat(oneAgainst.passed()).isFalse();
        assertThat(oneAside.passed()).isTrue();
    }

    @Test
    void aTemplateCannotBeSaidAndUndoneAtOnce() {
        assertThat(paper(Method.AGREE, 0, Template.CONSENT).fault()).contains("template");
        assertThat(paper(Method.AGREE, 0, Template.ADVICE).fault()).contains("template");
        assertThat(paper(Method.SENSE_CHECK, 0, Template.EMERGENCY).fault()).contains("template");
        assertThat(paper(Method.AGREE, 2, Template.CONSENT).fault()).isEmpty();
    }

    private static BallotPaper paper(Method method, int blocks, Template template) {
        return new BallotPaper(method, List.of(), 1, 1, Reasons.OPTIONAL, blocks, Shown.LIVE, false, template);
    }

    private static VotingRule rule(int threshold, int quorum, int discussHours, int voteHours) {
        return new VotingRule(
                new BasisPoints(threshold),
                VotingRule.Base.CAST,
                new BasisPoints(quorum),
                3,
                discussHours,
                voteHours,
                24);
    }
}
