package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DelegatesTest {
    @Example
    void theFirstBallotOnTheWayCounts() {
        int[] delegate = {1, 2, 3, Delegates.NONE, 0};
        boolean[] voted = {false, false, true, true, false};
        assertThat(Delegates.ballots(delegate, voted)).containsExactly(2, 2, 2, 3, 2);
    }

    @Example
    void circlesAndDeadEndsCountForNobody() {
        int[] delegate = {1, 0, 0, Delegates.NONE, 3, 4};
        assertThat(Delegates.ballots(delegate, new boolean[6])).containsOnly(Delegates.NONE);
        boolean[] oneVotes = {false, true, false, false, false, false};
        assertThat(Delegates.ballots(delegate, oneVotes)).containsExactly(1, 1, 1, -1, -1, -1);
    }

    @Property(tries = 500)
    void everybodyCountsOnceAtMostAndByTheNearestBallot(
            @ForAll @IntRange(min = 1, max = 60) int people, @ForAll long seed) {
        Random random = new Random(seed);
        int[] delegate = IntStream.range(0, people)
                .map(i -> random.nextInt(4) == 0 ? Delegates.NONE : random.nextInt(people))
                .toArray();
        boolean[] voted = new boolean[people];
        IntStream.range(0, people).forEach(i -> voted[i] = random.nextInt(5) == 0);
        int[] ballots = Delegates.ballots(delegate, voted);
        assertThat(ballots).hasSize(people);
        for (int person = 0; person < people; person++) {
            assertThat(ballots[person]).isEqualTo(walk(person, delegate, voted));
            if (voted[person]) {
                assertThat(ballots[person]).isEqualTo(person);
            }
        }
        int counted =
                (int) Arrays.stream(ballots).filter(b -> b != Delegates.NONE).count();
        assertThat(counted).isLessThanOrEqualTo(people);
    }

    @Example
    void aChainOfAMillionNeedsNoStack() {
        int people = 1_000_000;
        int[] delegate = IntStream.range(0, people).map(i -> i + 1).toArray();
        delegate[people - 1] = Delegates.NONE;
        boolean[] voted = new boolean[people];
        voted[people - 1] = true;
        assertThat(Delegates.ballots(delegate, voted)[0]).isEqualTo(people - 1);
    }

    private static int walk(int person, int[] delegate, boolean[] voted) {
        Set<Integer> seen = new HashSet<>();
        int at = person;
        while (at != Delegates.NONE && seen.add(at)) {
            if (voted[at]) {
                return at;
            }
            at = delegate[at];
        }
        return Delegates.NONE;
    }
}
