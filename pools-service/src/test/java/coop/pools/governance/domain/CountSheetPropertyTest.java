package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.BasisPoints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Who somebody is - when they joined, what they gave, what they do - is no more than an id to a count. */
class CountSheetPropertyTest {
    private static final VotingRule RULE = new VotingRule(
            new BasisPoints(5000),
            VotingRule.Base.CAST,
            new BasisPoints(2000),
            3,
            48,
            120,
            24,
            new VotingRule.Manners(true, true, false));

    @Property(tries = 300)
    void exchangingPeopleAndTheirOrderNeverChangesAResult(
            @ForAll @IntRange(min = 1, max = 40) int people, @ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> others =
                new ArrayList<>(IntStream.range(0, people).boxed().toList());
        List<CountSheet.Cast> ballots = new ArrayList<>();
        List<CountSheet.Edge> delegations = new ArrayList<>();
        List<CountSheet.Cast> exchangedBallots = new ArrayList<>();
        List<CountSheet.Edge> exchangedDelegations = new ArrayList<>();
        Collections.shuffle(others, random);
        for (int person = 0; person < people; person++) {
            if (random.nextInt(3) == 0) {
                Mark mark = Mark.of(Choice.values()[random.nextInt(3)]);
                ballots.add(new CountSheet.Cast(Optional.of(id(person)), mark, "r" + person));
                exchangedBallots.add(new CountSheet.Cast(Optional.of(id(others.get(person))), mark, "r" + person));
            }
            int delegate = random.nextInt(people);
            if (delegate != person && random.nextInt(2) == 0) {
                delegations.add(new CountSheet.Edge(id(person), id(delegate)));
                exchangedDelegations.add(new CountSheet.Edge(id(others.get(person)), id(others.get(delegate))));
            }
        }
        Collections.shuffle(exchangedBallots, random);
        Collections.shuffle(exchangedDelegations, random);
        Counted one = sheet(people, ballots, delegations).count();
        Counted other = sheet(people, exchangedBallots, exchangedDelegations).count();
        assertThat(other.outcome()).isEqualTo(one.outcome());
        BigCount big = new BigCount(new BigCount.Size(people, 1, 1));
        big.pool(4, 4);
        IntStream.range(0, people).forEach(person -> big.stay(1, person));
        delegations.forEach(edge -> big.delegation(
                0,
                1,
                edge.person().getLeastSignificantBits(),
                1,
                1,
                edge.delegate().getLeastSignificantBits(),
                RawVote.Held.UNASKED));
        ballots.forEach(ballot -> big.ballot(
                1,
                ballot.person().orElseThrow().getLeastSignificantBits(),
                1,
                ballot.mark().choice().ordinal()));
        assertThat(big.count(Map.of(), 0).ballots())
                .as("in arrays")
                .isEqualTo(one.outcome().ballots());
        long carried = one.delegations().stream()
                .filter(each ->
                        each.counts().filter(by -> !by.equals(each.person())).isPresent())
                .count();
        assertThat(one.outcome().ballots().cast())
                .isEqualTo(ballots.size() + carried)
                .isLessThanOrEqualTo(people);
    }

    private static CountSheet sheet(int people, List<CountSheet.Cast> ballots, List<CountSheet.Edge> delegations) {
        return new CountSheet(
                new UUID(5, 5), BallotPaper.USUAL, RULE, new Electorate(people, people), ballots, delegations);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }
}
