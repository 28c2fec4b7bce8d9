package coop.pools.bylaws.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.bylaws.SampleBylaws;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Refused;
import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private final Rules rules = SampleBylaws.poolRules();

    @Test
    void defaultsAreTheOnesTheMembersRead() {
        assertThat(rules.asMap())
                .containsExactly(
                        Map.entry("vote.threshold", 5000),
                        Map.entry("vote.base", "cast"),
                        Map.entry("vote.quorum", 2000),
                        Map.entry("vote.quorum_people", 3),
                        Map.entry("proposal.sponsors", 0),
                        Map.entry("proposal.discuss_hours", 48),
                        Map.entry("vote.hours", 120),
                        Map.entry("vote.change", "change"),
                        Map.entry("cooling_hours", 24),
                        Map.entry("matter.bylaws.threshold", 6667),
                        Map.entry("matter.bylaws.quorum", 3334),
                        Map.entry("matter.join_flood.threshold", 6667),
                        Map.entry("matter.join_flood.quorum", 3334),
                        Map.entry("matter.leave_flood.threshold", 5000),
                        Map.entry("matter.leave_flood.quorum", 2000),
                        Map.entry("matter.expel.threshold", 6667),
                        Map.entry("matter.expel.quorum", 3334),
                        Map.entry("matter.large_spend.threshold", 6667),
                        Map.entry("matter.large_spend.quorum", 3334),
                        Map.entry("spend.max_single", 2500),
                        Map.entry("spend.grace_days", 1),
                        Map.entry("spend.retention", 5000),
                        Map.entry("matter.dissolve.threshold", 7500),
                        Map.entry("matter.dissolve.quorum", 5000),
                        Map.entry("matter.convert_form.threshold", 7500),
                        Map.entry("matter.convert_form.quorum", 5000),
                        Map.entry("expel.notice_days", 14),
                        Map.entry("expel.appeal_days", 30),
                        Map.entry("member.admission", "open"),
                        Map.entry("member.cap", 0),
                        Map.entry("steward.count", 3),
                        Map.entry("steward.months", 12),
                        Map.entry("exit.redeem", "principal_less_losses"),
                        Map.entry("exit.year_cap", 10000),
                        Map.entry("dormant.months", 12),
                        Map.entry("dispute.pause_days", 7),
                        Map.entry("ombud.months", 12),
                        Map.entry("contrib.refund_days", 14),
                        Map.entry("contrib.spend_pending", "wait"),
                        Map.entry("contrib.fee_by", "pool"),
                        Map.entry("delegate.allowed", "no"),
                        Map.entry("delegate.max_held", 3),
                        Map.entry("delegate.days", 180),
                        Map.entry("conflict.rule", "disclose"),
                        Map.entry("amend.e_threshold", 9000),
                        Map.entry("amend.gap_days", 30),
                        Map.entry("amend.window_days", 90),
                        Map.entry("emergency.discuss_hours", 4),
                        Map.entry("emergency.vote_hours", 24));
        assertThat(SampleBylaws.floodRules().asMap())
                .containsExactly(
                        Map.entry("flood.form", "contract"),
                        Map.entry("flood.threshold", 5000),
                        Map.entry("flood.quorum", 1000),
                        Map.entry("flood.quorum_people", 2),
                        Map.entry("flood.discuss_hours", 48),
                        Map.entry("flood.vote_hours", 120),
                        Map.entry("flood.cooling_hours", 24),
                        Map.entry("flood.double", "persons_and_pools"),
                        Map.entry("flood.pools_threshold", 5000),
                        Map.entry("flood.delegate_allowed", "no"),
                        Map.entry("flood.delegate_max_held", 3),
                        Map.entry("flood.delegate_days", 180),
                        Map.entry("flood.funds", "earmark"),
                        Map.entry("flood.key", "by_pledge"),
                        Map.entry("flood.cap", 2000),
                        Map.entry("flood.shortfall", "stop"),
                        Map.entry("flood.stewards", "one_per_pool"),
                        Map.entry("flood.steward_count", 3),
                        Map.entry("flood.steward_months", 12),
                        Map.entry("flood.admit", "vote"),
                        Map.entry("flood.admit_threshold", 6667),
                        Map.entry("flood.leave_days", 0),
                        Map.entry("flood.remove_threshold", 7500),
                        Map.entry("flood.remove_notice_days", 14),
                        Map.entry("flood.amend_threshold", 6667),
                        Map.entry("flood.amend_e_threshold", 9000),
                        Map.entry("flood.amend_gap_days", 30),
                        Map.entry("flood.amend_window_days", 90),
                        Map.entry("flood.dissolve_threshold", 7500));
    }

    @Test
    void whatCardsMayDoIsARuleToo() {
        assertThat(rules.refundWindow()).isEqualTo(Duration.ofDays(14));
        assertThat(rules.spendsPending()).isFalse();
        assertThat(rules.giverBearsFees()).isFalse();
        Rules changed = rules.with(
                Map.of("contrib.refund_days", 0, "contrib.spend_pending", "spend", "contrib.fee_by", "contributor"));
        assertThat(changed.refundWindow()).isZero();
        assertThat(changed.spendsPending()).isTrue();
        assertThat(changed.giverBearsFees()).isTrue();
    }

    @Test
    void changedRulesLeaveTheEarlierOnesAlone() {
        Rules changed = rules.with(Map.of("vote.hours", 72, "vote.base", "all"));
        assertThat(changed.number(RuleKey.VOTE_HOURS)).isEqualTo(72);
        assertThat(rules.number(RuleKey.VOTE_HOURS)).isEqualTo(120);
        assertThat(changed.changesSince(rules))
                .extracting(
                        change -> change.after().key(), change -> change.after().inWords())
                .containsExactly(
                        tuple("vote.base", "all members who may vote"), tuple("vote.hours", "72 hours (3 days)"));
        assertThat(rules.with(Map.of())).isEqualTo(rules).hasSameHashCodeAs(rules);
    }

    @Test
    void eachMatterHasItsOwnThresholdAndQuorum() {
        Rules set = rules.with(Map.of("matter.leave_flood.threshold", 5100, "vote.base", "cast_and_abstain"));
        assertThat(set.decision(Matter.ORDINARY))
                .isEqualTo(new DecisionRule(
                        new BasisPoints(5000), VoteBase.CAST_AND_ABSTAIN, new BasisPoints(2000), 3, 48, 120, 24));
        assertThat(set.decision(Matter.BYLAWS).threshold()).isEqualTo(new BasisPoints(6667));
        assertThat(set.decision(Matter.JOIN_FLOOD).quorum()).isEqualTo(new BasisPoints(3334));
        assertThat(set.decision(Matter.LEAVE_FLOOD).threshold()).isEqualTo(new BasisPoints(5100));
    }

    @Test
    void entrenchedRulesTakeNearlyAllMembersInPerson() {
        Rules set = rules.with(Map.of("delegate.allowed", "yes", "amend.e_threshold", 9500));
        DecisionRule firm = set.decision(Matter.ENTRENCHED);
        assertThat(firm.threshold()).isEqualTo(new BasisPoints(9500));
        assertThat(firm.base()).isEqualTo(VoteBase.ALL);
        assertThat(firm.delegates()).isFalse();
        assertThat(rules.entrench(Set.of("vote.hours", "steward.months"))).isTrue();
        assertThat(rules.entrench(Set.of("vote.hours"))).isFalse();
        assertThat(rules.specs())
                .filteredOn(spec -> spec.articleClass() == ArticleClass.E)
                .extracting(spec -> spec.key().word())
                .as("the road itself is as firm as what it guards")
                .contains("amend.e_threshold", "amend.gap_days", "amend.window_days");
    }

    @Test
    void theEndIsDecidedInPersonAndLargePaymentsLeaveTimeToLeaveFirst() {
        Rules set = rules.with(Map.of("delegate.allowed", "yes", "spend.grace_days", 4));
        assertThat(set.decision(Matter.DISSOLVE).delegates()).isFalse();
        assertThat(set.decision(Matter.DISSOLVE).threshold()).isEqualTo(new BasisPoints(7500));
        assertThat(set.decision(Matter.CONVERT_FORM).quorum()).isEqualTo(new BasisPoints(5000));
        assertThat(set.decision(Matter.LARGE_SPEND).coolingHours()).isEqualTo(96);
        assertThat(set.decision(Matter.LARGE_SPEND).delegates()).isTrue();
        assertThat(set.decision(Matter.ORDINARY).coolingHours()).isEqualTo(24);
    }

    @Test
    void weightyMattersNeverGetEasierThanTheirFloors() {
        for (Matter matter : Matter.values()) {
            for (RuleKey key : List.of(matter.threshold(), matter.quorum())) {
                RuleSpec spec = SampleBylaws.EDITIONS.forPool("una").sheet().spec(key.word());
                if (key.word().startsWith("matter.")) {
                    assertThat(spec.type().bounds().get("min")).as(key.word()).isEqualTo(spec.initial());
                }
            }
        }
    }

    @Test
    void aFloodAsksItsPoolsTooWhereMoneyIsAtStakeOrItselfChanges() {
        Rules flood = SampleBylaws.floodRules().with(Map.of("flood.vote_hours", 240, "flood.admit_threshold", 7000));
        DecisionRule people =
                new DecisionRule(new BasisPoints(5000), VoteBase.CAST, new BasisPoints(1000), 2, 48, 240, 24);
        assertThat(flood.decision(FloodMatter.ORDINARY)).isEqualTo(people);
        assertThat(flood.decision(FloodMatter.MONEY).pools()).contains(new BasisPoints(5000));
        assertThat(flood.decision(FloodMatter.CONSENT).threshold()).isEqualTo(new BasisPoints(7000));
        assertThat(flood.decision(FloodMatter.CONSENT).pools()).contains(new BasisPoints(7000));
        assertThat(flood.decision(FloodMatter.REMOVE).discussHours())
                .as("time to answer")
                .isEqualTo(14 * 24);
        assertThat(flood.decision(FloodMatter.ENTRENCHED).base()).isEqualTo(VoteBase.ALL);
        Rules persons = flood.with(Map.of("flood.double", "persons"));
        assertThat(persons.decision(FloodMatter.MONEY)).isEqualTo(people);
        assertThat(persons.decision(FloodMatter.AMEND).pools()).as("always").contains(new BasisPoints(6667));
        Rules always = flood.with(Map.of("flood.double", "persons_and_pools_always", "flood.pools_threshold", 6000));
        assertThat(always.decision(FloodMatter.ORDINARY).pools()).contains(new BasisPoints(6000));
    }

    @Test
    void delegatesOfAFloodAreForWhatDoesNotPartOrEnd() {
        Rules flood = SampleBylaws.floodRules().with(Map.of("flood.delegate_allowed", "yes"));
        for (FloodMatter matter : EnumSet.complementOf(EnumSet.of(FloodMatter.LOWER))) {
            boolean inPerson = Set.of(FloodMatter.REMOVE, FloodMatter.ENTRENCHED, FloodMatter.END)
                    .contains(matter);
            assertThat(flood.decision(matter).delegates()).as(matter.name()).isEqualTo(!inPerson);
        }
    }

    @Test
    void noCapMeansNoLimit() {
        assertThat(rules.memberCap()).isEmpty();
        assertThat(rules.with(Map.of("member.cap", 1)).memberCap()).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "vote.threshold,4999",
        "vote.threshold,10001",
        "matter.bylaws.threshold,6666",
        "matter.bylaws.quorum,3333",
        "amend.e_threshold,7499",
        "amend.gap_days,13",
        "matter.join_flood.threshold,6666",
        "matter.leave_flood.threshold,4999",
        "vote.quorum,-1",
        "vote.quorum_people,1",
        "vote.quorum_people,51",
        "proposal.discuss_hours,337",
        "vote.hours,23",
        "vote.hours,721",
        "cooling_hours,169",
        "member.cap,-1",
        "member.cap,100001",
        "vote.hours,4294967416"
    })
    void aNumberOutOfBoundsIsRefusedWithItsArticle(String key, long number) {
        Refused refused = catchThrowableOfType(Refused.class, () -> rules.with(Map.of(key, number)));
        RuleSpec spec = SampleBylaws.EDITIONS.forPool("una").sheet().spec(key);
        assertThat(refused.code()).isEqualTo(BylawsRefusal.RULE_OUT_OF_RANGE);
        assertThat(refused.facts())
                .containsEntry("key", key)
                .containsEntry("article", spec.article())
                .containsKeys("min", "max", "allowed");
    }

    @Test
    void aValueOfTheWrongTypeIsRefused() {
        List<Object> wrong = List.of("120", 120.0, true, List.of(120), Map.of(), BigInteger.TEN.pow(30));
        for (Object value : wrong) {
            assertThatThrownBy(() -> rules.with(Map.of("vote.hours", value)))
                    .as("%s", value)
                    .hasMessage("RULE_OUT_OF_RANGE");
        }
        Refused refused = catchThrowableOfType(Refused.class, () -> rules.with(Map.of("vote.base", "money")));
        assertThat(refused.facts())
                .containsEntry("choices", "all, cast, cast_and_abstain")
                .containsEntry("article", "9");
    }

    @Test
    void numbersOfEveryIntegerTypeAreTheSameNumber() {
        assertThat(rules.with(Map.of("vote.hours", 72L)))
                .isEqualTo(rules.with(Map.of("vote.hours", 72)))
                .isEqualTo(rules.with(Map.of("vote.hours", BigInteger.valueOf(72))));
    }

    @ParameterizedTest
    @CsvSource({"vote.weight", "member.votes", "flood.threshold", "VOTE.HOURS", "''", "'vote.hours '"})
    void whatHasNoKeyCannotBeSet(String key) {
        Refused refused = catchThrowableOfType(Refused.class, () -> rules.with(Map.of(key, 1)));
        assertThat(refused.code()).isEqualTo(BylawsRefusal.UNKNOWN_RULE);
        assertThat(refused.facts()).containsEntry("key", key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vote.hours;120;120 hours (5 days)",
                "vote.hours;24;24 hours (1 day)",
                "vote.hours;25;25 hours",
                "cooling_hours;0;0 hours",
                "cooling_hours;1;1 hour",
                "vote.quorum;0;0 %",
                "vote.quorum;5;0.05 %",
                "vote.quorum;3334;33.34 %",
                "vote.quorum;10000;100 %",
                "vote.threshold;5000;more than 50 %",
                "vote.threshold;10000;all (100 %)",
                "member.cap;0;no limit",
                "member.cap;1;1 person",
                "member.cap;99;99 people"
            })
    void valuesReadAsWords(String key, int value, String words) {
        assertThat(rules.with(Map.of(key, value)).lines())
                .filteredOn(line -> line.key().equals(key))
                .singleElement()
                .extracting(RuleLine::inWords)
                .isEqualTo(words);
    }
}
