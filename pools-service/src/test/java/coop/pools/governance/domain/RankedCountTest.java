package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Ranking.Round;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ranked counts against examples that others have published. */
class RankedCountTest {
    private static final long VOTE = 100_000;

    /** "Tennessee capital", Wikipedia, Instant-runoff voting, and electowiki, Tennessee example: Knoxville wins with 58. */
    @Test
    void theCapitalOfTennesseeIsKnoxville() {
        List<List<Integer>> marked = new ArrayList<>();
        add(marked, 4, 42, 0, 1, 2, 3);
        add(marked, 4, 26, 1, 2, 3, 0);
        add(marked, 4, 15, 2, 3, 1, 0);
        add(marked, 4, 17, 3, 2, 1, 0);
        Ranking ranking = InstantRunoff.count(4, marked);
        assertThat(ranking.winners()).containsExactly(3);
        assertThat(ranking.rounds()).extracting(Round::excluded).containsExactly(List.of(2), List.of(1), List.of());
        assertThat(ranking.rounds().get(2).votes()).containsExactly(42 * VOTE, -1L, -1L, 58 * VOTE);
    }

    /** "Party food", Wikipedia, Single transferable vote: chocolate, oranges and strawberries, quota 6 of 20. */
    @Test
    void threeFoodsForThePartyAreThoseOfTheEncyclopedia() {
        List<List<Integer>> marked = new ArrayList<>();
        add(marked, 5, 4, 0);
        add(marked, 5, 2, 1, 0);
        add(marked, 5, 8, 2, 3);
        add(marked, 5, 4, 2, 4);
        add(marked, 5, 1, 3);
        add(marked, 5, 1, 4);
        Ranking ranking = TransferableVote.count(5, 3, marked, List.of(0, 1, 2, 3, 4));
        assertThat(ranking.winners()).containsExactly(2, 0, 3);
        assertThat(ranking.rounds())
                .extracting(Round::votes)
                .containsExactly(
                        votes(4, 2, 12, 1, 1), votes(4, 2, 6, 5, 3), votes(6, 0, 6, 5, 3), votes(6, -1, 6, 5, 0));
    }

    /** Reference counts "42" and "513" of J. Lundell's droop for the Scottish rules, stage by stage. */
    @Test
    void theReferenceCountsOfDroopComeOutStageByStage() {
        List<List<Integer>> fourTwo = new ArrayList<>();
        add(fourTwo, 3, 4, 0, 1);
        add(fourTwo, 3, 2, 2);
        Ranking first = TransferableVote.count(3, 2, fourTwo, List.of(0, 1, 2));
        assertThat(first.winners()).containsExactly(0, 2);
        assertThat(first.rounds())
                .extracting(Round::votes)
                .containsExactly(votes(4, 0, 2), votes(3, 1, 2), votes(3, 0, 2));
        assertThat(first.rounds().get(2).exhausted()).isEqualTo(VOTE);
        List<List<Integer>> five = new ArrayList<>();
        add(five, 3, 5, 0, 1);
        add(five, 3, 1, 1);
        add(five, 3, 3, 2);
        Ranking second = TransferableVote.count(3, 2, five, List.of(0, 1, 2));
        assertThat(second.winners()).containsExactly(0, 2);
        assertThat(second.rounds())
                .extracting(Round::votes)
                .containsExactly(votes(5, 1, 3), votes(4, 2, 3), votes(4, 0, 3));
        assertThat(second.rounds().get(2).exhausted()).isEqualTo(2 * VOTE);
    }

    @Test
    void aTieForLastThatMattersElectsNobody() {
        List<List<Integer>> marked = new ArrayList<>();
        add(marked, 3, 4, 0);
        add(marked, 3, 3, 1, 2);
        add(marked, 3, 3, 2, 1);
        Ranking tied = InstantRunoff.count(3, marked);
        assertThat(tied.winners()).isEmpty();
        assertThat(tied.tied()).isTrue();
    }

    @Test
    void aTieForLastThatDoesNotMatterDoesNotHinder() {
        List<List<Integer>> marked = new ArrayList<>();
        add(marked, 3, 4, 0);
        add(marked, 3, 2, 1, 0);
        add(marked, 3, 2, 2, 0);
        assertThat(InstantRunoff.count(3, marked).winners()).containsExactly(0);
    }

    @Test
    void whomNobodyRankedIsNotElected() {
        List<List<Integer>> marked = new ArrayList<>();
        add(marked, 3, 5, 0);
        assertThat(TransferableVote.count(3, 3, marked, List.of(0, 1, 2)).winners())
                .containsExactly(0);
    }

    /** @param order places, the first choice first */
    private static void add(List<List<Integer>> marked, int options, int people, Integer... order) {
        List<Integer> marks = new ArrayList<>(Collections.nCopies(options, 0));
        for (int rank = 0; rank < order.length; rank++) {
            marks.set(order[rank], rank + 1);
        }
        IntStream.range(0, people).forEach(i -> marked.add(marks));
    }

    private static List<Long> votes(long... whole) {
        return java.util.Arrays.stream(whole)
                .map(v -> v < 0 ? -1 : v * VOTE)
                .boxed()
                .toList();
    }
}
