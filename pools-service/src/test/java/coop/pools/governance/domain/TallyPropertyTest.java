package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.domain.Matter;
import coop.pools.governance.domain.VotingRule.Base;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import coop.pools.pool.PoolBody;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TallyPropertyTest {
    @Property(tries = 300)
    void theOrderOfBallotsDoesNotMatter(
            @ForAll @Size(max = 60) List<Choice> choices,
            @ForAll @IntRange(min = 0, max = 40) int silent,
            @ForAll("rules") VotingRule rule,
            @ForAll long seed) {
        List<Choice> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, new Random(seed));
        long people = choices.size() + silent;
        assertThat(Tally.of(people, BallotCount.of(shuffled), rule))
                .isEqualTo(Tally.of(people, BallotCount.of(choices), rule));
    }

    @Property(tries = 500)
    void everySizeOfGroupCanDecide(@ForAll @IntRange(min = 1, max = 200) int people, @ForAll("rules") VotingRule rule) {
        assertThat(Tally.of(people, new BallotCount(people, 0, 0), rule).passed())
                .isTrue();
        assertThat(Tally.of(people, new BallotCount(0, people, 0), rule).passed())
                .isFalse();
        assertThat(Tally.of(people, BallotCount.NONE, rule).passed()).isFalse();
    }

    @Example
    void everySizeFromOneToTwoHundredCanDecideAtEveryExtreme() {
        for (int people = 1; people <= 200; people++) {
            for (Base base : Base.values()) {
                for (int threshold : new int[] {5000, 6667, 9999, 10_000}) {
                    VotingRule rule =
                            new VotingRule(new BasisPoints(threshold), base, new BasisPoints(10_000), 50, 0, 24, 0);
                    Outcome outcome = Tally.of(people, new BallotCount(people, 0, 0), rule);
                    assertThat(outcome.passed())
                            .as("%d people, %s", people, rule)
                            .isTrue();
                    assertThat(outcome.neededToPass()).isBetween(1L, (long) people);
                    assertThat(outcome.neededForQuorum()).isBetween(1L, (long) people);
                }
            }
        }
    }

    /** However many are silent: "more than nine tenths" of three people is three, and never four or none. */
    @Example
    void everyMatterCanBeDecidedByEverySizeOfPool() {
        for (Matter matter : Matter.values()) {
            VotingRule rule = PoolBody.votingRule(SampleBylaws.poolRules().decision(matter));
            for (int people = 1; people <= 200; people++) {
                for (int counted : new int[] {0, people / 2, people}) {
                    Electorate electorate = new Electorate(people, counted);
                    Outcome all = Tally.of(electorate, new BallotCount(people, 0, 0), BallotPaper.USUAL, rule);
                    Outcome none = Tally.of(electorate, BallotCount.NONE, BallotPaper.USUAL, rule);
                    assertThat(all.passed())
                            .as("%s among %d, quorum of %d", matter, people, counted)
                            .isTrue();
                    assertThat(none.passed()).isFalse();
                    assertThat(all.neededToPass()).isBetween(1L, (long) people);
                    assertThat(all.neededForQuorum()).isBetween(1L, Math.max(1L, counted));
                }
            }
        }
    }

    @Property(tries = 500)
    void theArithmeticIsTheRuleAsWritten(@ForAll("votes") Votes votes, @ForAll("rules") VotingRule rule) {
        BallotCount count = votes.count();
        Outcome outcome = Tally.of(votes.people(), count, rule);
        long base = switch (rule.base()) {
            case CAST -> count.agree() + count.disagree();
            case CAST_AND_ABSTAIN -> count.cast();
            case ALL -> votes.people();
        };
        boolean moreThan = exact(count.agree(), 10_000)
                        .compareTo(exact(base, rule.threshold().value()))
                > 0;
        boolean unanimous = base > 0 && count.agree() == base;
        assertThat(outcome.thresholdMet()).isEqualTo(moreThan || unanimous);
        boolean share = exact(count.cast(), 10_000)
                        .compareTo(exact(votes.people(), rule.quorum().value()))
                >= 0;
        boolean heads = count.cast() >= Math.min(rule.quorumPeople(), votes.people());
        assertThat(outcome.quorumMet()).isEqualTo(count.cast() > 0 && share && heads);
    }

    @Property(tries = 300)
    void oneMoreInFavourNeverHurts(@ForAll("votes") Votes votes, @ForAll("rules") VotingRule rule) {
        BallotCount count = votes.count();
        if (votes.people() > count.cast()
                && Tally.of(votes.people(), count, rule).passed()) {
            BallotCount more = new BallotCount(count.agree() + 1, count.disagree(), count.abstain());
            assertThat(Tally.of(votes.people(), more, rule).passed()).isTrue();
        }
    }

    @Example
    void noInputOfTheTallyCanCarryAWeight() {
        List<Class<?>> inputs = Arrays.stream(Tally.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .flatMap(m -> Arrays.stream(m.getParameterTypes()))
                .distinct()
                .toList();
        assertThat(inputs)
                .containsExactlyInAnyOrder(
                        long.class,
                        Electorate.class,
                        BallotCount.class,
                        BallotPaper.class,
                        VotingRule.class,
                        List.class);
        assertThat(names(Electorate.class)).containsExactly("people", "quorumBase");
        assertThat(names(BallotCount.class)).containsExactly("agree", "disagree", "abstain", "blocks");
        assertThat(names(Mark.class)).containsExactly("choice", "marks");
        assertThat(names(Option.class)).containsExactly("key", "text", "action");
        assertThat(names(VotingRule.Manners.class)).containsExactly("change", "delegates", "conflictsAbstain");
        assertThat(names(VotingRule.class))
                .containsExactly(
                        "threshold",
                        "base",
                        "quorum",
                        "quorumPeople",
                        "discussHours",
                        "voteHours",
                        "coolingHours",
                        "manners",
                        "pools");
        assertThat(names(Ballot.class))
                .containsExactly("person", "revision", "mark", "reason", "interest", "nonce", "castAt");
        assertThat(names(RosterPart.class)).containsExactly("pool", "rosterVersion");
        assertThat(types(Ballot.class)).doesNotContain(Money.class, double.class, long.class);
    }

    /** What a file is counted from again, and what the arrays are filled with. */
    @Example
    void neitherTheFileNorTheArraysHaveAPlaceForAWeight() {
        assertThat(names(CountSheet.Cast.class)).containsExactly("person", "mark", "receipt", "places");
        assertThat(names(CountSheet.Edge.class)).containsExactly("person", "delegate", "places");
        List<String> taken = Arrays.stream(RawVote.class.getDeclaredClasses())
                .filter(Class::isInterface)
                .flatMap(taker -> Arrays.stream(taker.getDeclaredMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .toList();
        assertThat(taken)
                .as("ids of two numbers, and for ballots a revision and a choice")
                .containsExactlyInAnyOrder(
                        "pool[long, long]",
                        "stay[long, long]",
                        "ballot[long, long, int, int]",
                        "delegation[int, long, long, int, long, long, class " + RawVote.Held.class.getName() + "]");
    }

    @Provide
    Arbitrary<VotingRule> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(5000, 10_000),
                        Arbitraries.of(Base.class),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(2, 50))
                .as((threshold, base, quorum, people) ->
                        new VotingRule(new BasisPoints(threshold), base, new BasisPoints(quorum), people, 48, 120, 24));
    }

    @Provide
    Arbitrary<Votes> votes() {
        Arbitrary<Long> some = Arbitraries.longs().between(0, 70);
        return Combinators.combine(some, some, some, some)
                .as((agree, disagree, abstain, silent) -> new Votes(
                        new BallotCount(agree, disagree, abstain),
                        LongStream.of(agree, disagree, abstain, silent).sum()));
    }

    record Votes(BallotCount count, long people) {}

    private static BigInteger exact(long count, long factor) {
        return BigInteger.valueOf(count).multiply(BigInteger.valueOf(factor));
    }

    private static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<Class<?>> types(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .<Class<?>>map(RecordComponent::getType)
                .toList();
    }
}
