package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.VotingRule.Base;
import coop.pools.kernel.BasisPoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the rule of the early close says of votes with options, against every way in which a small vote can go on. */
class CertaintyPropertyTest {
    private static final List<Method> ADD_UP = List.of(Method.CHOOSE_ONE, Method.APPROVAL, Method.SCORE, Method.DOTS);
    private static final int MOST_WAYS = 5_000;

    @Property(tries = 1_500)
    void aResultIsCertainIfAndOnlyIfNothingThatIsLeftCouldChangeIt(
            @ForAll @IntRange(min = 0, max = 3) int method,
            @ForAll @IntRange(min = 2, max = 3) int options,
            @ForAll @IntRange(min = 1, max = 9) int people,
            @ForAll long seed) {
        Random random = new Random(seed);
        Small vote = new Small(ADD_UP.get(method), options, people, random);
        while (vote.ways() > MOST_WAYS) {
            vote.cast(random);
        }
        for (; vote.left() >= 0; vote.cast(random)) {
            boolean quorum = vote.outcome(vote.marks).quorumMet();
            long missing = vote.missing();
            assertThat(missing == 0)
                    .as("%s of %d people", vote.marks, people)
                    .isEqualTo(quorum && vote.results().size() == 1);
            assertThat(missing).isBetween(0L, Math.max(vote.left(), 0L));
            if (vote.left() == 0) {
                return;
            }
            for (Mark next : vote.possible) {
                assertThat(vote.with(next).missing())
                        .as("%s, then %s of %d people", vote.marks, next, people)
                        .isGreaterThanOrEqualTo(missing - 1);
            }
        }
    }

    /** A vote of a few people that can be tried to its end in every way. */
    private static final class Small {
        private final Electorate electorate;
        private final BallotPaper paper;
        private final VotingRule rule;
        /** All that can stand on a ballot. */
        private final List<Mark> possible = new ArrayList<>();

        private final List<Mark> marks = new ArrayList<>();

        private Small(Method method, int options, int people, Random random) {
            electorate = new Electorate(people, random.nextInt(people + 1));
            int most = method == Method.SCORE || method == Method.DOTS ? 1 + random.nextInt(3) : 1;
            paper = WaysToDecideTest.paper(method, options, most);
            rule = new VotingRule(
                    new BasisPoints(List.of(5_000, 6_667, 9_000, 10_000).get(random.nextInt(4))),
                    Base.values()[random.nextInt(3)],
                    new BasisPoints(random.nextInt(10_001)),
                    1 + random.nextInt(3),
                    0,
                    24,
                    0,
                    new VotingRule.Manners(false, random.nextBoolean(), false));
            possible.add(Mark.of(Choice.ABSTAIN));
            fill(List.of());
            assertThat(Certainty.isPossible(paper, rule)).isTrue();
        }

        private Small(Small before, Mark next) {
            electorate = before.electorate;
            paper = before.paper;
            rule = before.rule;
            marks.addAll(before.marks);
            marks.add(next);
        }

        private void fill(List<Integer> begun) {
            if (begun.size() < paper.options().size()) {
                for (int mark = 0; mark <= paper.most(); mark++) {
                    List<Integer> longer = new ArrayList<>(begun);
                    longer.add(mark);
                    fill(longer);
                }
            } else if (paper.accepts(Mark.of(begun))) {
                possible.add(Mark.of(begun));
            }
        }

        private long left() {
            return electorate.people() - marks.size();
        }

        private long ways() {
            long ways = 1;
            for (int i = 0; i < left() && ways <= MOST_WAYS; i++) {
                ways *= possible.size() + 1;
            }
            return ways;
        }

        private void cast(Random random) {
            boolean alike = !marks.isEmpty() && random.nextBoolean();
            marks.add(alike ? marks.get(0) : possible.get(random.nextInt(possible.size())));
        }

        private Small with(Mark next) {
            return new Small(this, next);
        }

        private long missing() {
            Map<Mark, Long> cast = new HashMap<>();
            marks.forEach(mark -> cast.merge(mark, 1L, Long::sum));
            return Certainty.missing(electorate, cast, paper, rule);
        }

        private Outcome outcome(List<Mark> all) {
            return Tally.of(electorate, all, paper, rule, List.of());
        }

        /** What can win in the end; the empty list where nothing does. */
        private Set<List<Integer>> results() {
            Set<List<Integer>> results = new HashSet<>();
            goOn(new ArrayList<>(marks), 0, results);
            return results;
        }

        private void goOn(List<Mark> all, int from, Set<List<Integer>> results) {
            results.add(outcome(all).winners());
            if (all.size() == electorate.people()) {
                return;
            }
            // In which order they come changes nothing.
            for (int next = from; next < possible.size(); next++) {
                all.add(possible.get(next));
                goOn(all, next, results);
                all.remove(all.size() - 1);
            }
        }
    }
}
