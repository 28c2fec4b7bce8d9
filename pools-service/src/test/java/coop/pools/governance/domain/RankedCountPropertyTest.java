package coop.pools.governance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ranked counts of small elections against counts written another way: ballot by ballot, in decimals. */
class RankedCountPropertyTest {
    @Property(tries = 300)
    void aRunoffIsWhatTryingEveryOrderOfDroppingOutGives(@ForAll("elections") List<List<Integer>> marked) {
        int options = marked.get(0).size();
        Set<Integer> possible = new TreeSet<>();
        drop(marked, new TreeSet<>(IntStream.range(0, options).boxed().toList()), possible);
        Ranking ranking = InstantRunoff.count(options, marked);
        if (possible.size() == 1) {
            assertThat(ranking.winners()).containsExactlyElementsOf(possible);
        } else {
            assertThat(ranking.winners()).isEmpty();
            assertThat(ranking.tied()).isTrue();
        }
    }

    @Property(tries = 200)
    void theOrderOfBallotsChangesNoRankedCount(@ForAll("elections") List<List<Integer>> marked, @ForAll long seed) {
        List<List<Integer>> shuffled = new ArrayList<>(marked);
        Collections.shuffle(shuffled, new Random(seed));
        int options = marked.get(0).size();
        List<Integer> lots = IntStream.range(0, options).boxed().toList();
        assertThat(InstantRunoff.count(options, shuffled)).isEqualTo(InstantRunoff.count(options, marked));
        assertThat(TransferableVote.count(options, 2, shuffled, lots))
                .isEqualTo(TransferableVote.count(options, 2, marked, lots));
    }

    @Property(tries = 300)
    void anElectionIsWhatTheRulesGiveBallotByBallot(
            @ForAll("elections") List<List<Integer>> marked, @ForAll @IntRange(min = 1, max = 3) int seats) {
        int options = marked.get(0).size();
        List<Integer> lots = IntStream.range(0, options).boxed().toList();
        Ranking ranking = TransferableVote.count(options, seats, marked, lots);
        assertThat(ranking.winners()).containsExactlyInAnyOrderElementsOf(byTheBook(marked, seats));
        long all = marked.size() * TransferableVote.VOTE;
        for (Ranking.Round round : ranking.rounds()) {
            long counted = round.votes().stream()
                    .filter(v -> v > 0)
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(counted + round.exhausted()).isLessThanOrEqualTo(all).isGreaterThan(all - 1_000);
        }
        assertThat(ranking.winners().size()).isLessThanOrEqualTo(seats);
    }

    private static void drop(List<List<Integer>> marked, Set<Integer> in, Set<Integer> possible) {
        Map<Integer, Integer> votes = new LinkedHashMap<>();
        in.forEach(place -> votes.put(place, 0));
        marked.forEach(marks -> TransferableVote.order(marks).stream()
                .filter(in::contains)
                .findFirst()
                .ifPresent(place -> votes.merge(place, 1, Integer::sum)));
        if (in.size() == 1) {
            possible.addAll(in);
            return;
        }
        int least = Collections.min(votes.values());
        for (int place : in) {
            if (votes.get(place) == least) {
                Set<Integer> rest = new TreeSet<>(in);
                rest.remove(place);
                drop(marked, rest, possible);
            }
        }
    }

    /** Rules 45 to 52 with each ballot on its own, its value a decimal of five places. */
    private static Set<Integer> byTheBook(List<List<Integer>> marked, int seats) {
        int options = marked.get(0).size();
        BigDecimal quota = BigDecimal.valueOf(marked.size() / (seats + 1) + 1);
        List<List<Integer>> orders =
                marked.stream().map(TransferableVote::order).toList();
        BigDecimal[] value = new BigDecimal[orders.size()];
        int[] holder = new int[orders.size()];
        Set<Integer> elected = new TreeSet<>();
        Set<Integer> out = new TreeSet<>();
        Set<Integer> passedOn = new HashSet<>();
        List<BigDecimal[]> stages = new ArrayList<>();
        for (int ballot = 0; ballot < value.length; ballot++) {
            value[ballot] = BigDecimal.ONE.setScale(5);
            holder[ballot] = next(orders.get(ballot), elected, out);
        }
        BigDecimal[] kept = new BigDecimal[options];
        while (true) {
            BigDecimal[] votes = new BigDecimal[options];
            for (int place = 0; place < options; place++) {
                votes[place] = kept[place] == null ? BigDecimal.ZERO : kept[place];
            }
            for (int ballot = 0; ballot < value.length; ballot++) {
                if (holder[ballot] >= 0) {
                    votes[holder[ballot]] = votes[holder[ballot]].add(value[ballot]);
                }
            }
            stages.add(votes);
            for (int place = 0; place < options; place++) {
                if (!out.contains(place) && votes[place].compareTo(quota) >= 0) {
                    elected.add(place);
                }
            }
            Set<Integer> open =
                    new TreeSet<>(IntStream.range(0, options).boxed().toList());
            open.removeAll(elected);
            open.removeAll(out);
            if (elected.size() < seats && open.size() <= seats - elected.size()) {
                elected.addAll(open);
            }
            if (elected.size() >= seats || open.isEmpty()) {
                elected.removeIf(place -> orders.stream().noneMatch(order -> order.contains(place)));
                return elected;
            }
            List<Integer> over = elected.stream()
                    .filter(place -> !passedOn.contains(place) && votes[place].compareTo(quota) > 0)
                    .toList();
            int chosen = pick(over.isEmpty() ? List.copyOf(open) : over, stages, !over.isEmpty());
            BigDecimal surplus = over.isEmpty() ? BigDecimal.ZERO : votes[chosen].subtract(quota);
            if (over.isEmpty()) {
                out.add(chosen);
            } else {
                passedOn.add(chosen);
                kept[chosen] = quota;
            }
            for (int ballot = 0; ballot < value.length; ballot++) {
                if (holder[ballot] == chosen) {
                    if (!over.isEmpty()) {
                        value[ballot] = surplus.multiply(value[ballot]).divide(votes[chosen], 5, RoundingMode.DOWN);
                    }
                    holder[ballot] = next(orders.get(ballot), elected, out);
                }
            }
        }
    }

    private static int next(List<Integer> order, Set<Integer> elected, Set<Integer> out) {
        return order.stream()
                .filter(place -> !elected.contains(place) && !out.contains(place))
                .findFirst()
                .orElse(-1);
    }

    private static int pick(List<Integer> among, List<BigDecimal[]> stages, boolean most) {
        List<Integer> left = among;
        for (int stage = stages.size() - 1; stage >= 0 && left.size() > 1; stage--) {
            BigDecimal[] votes = stages.get(stage);
            BigDecimal wanted = left.stream()
                    .map(place -> votes[place])
                    .reduce(most ? BigDecimal::max : BigDecimal::min)
                    .orElseThrow();
            left = left.stream()
                    .filter(place -> votes[place].compareTo(wanted) == 0)
                    .toList();
        }
        return Collections.min(left);
    }

    @Provide
    Arbitrary<List<List<Integer>>> elections() {
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(options -> Arbitraries.shuffle(
                                IntStream.range(0, options).boxed().toList())
                        .flatMap(order ->
                                Arbitraries.integers().between(1, options).map(length -> marks(order, length)))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12));
    }

    private static List<Integer> marks(List<Integer> order, int length) {
        List<Integer> marks = new ArrayList<>(Collections.nCopies(order.size(), 0));
        for (int rank = 0; rank < length; rank++) {
            marks.set(order.get(rank), rank + 1);
        }
        return marks;
    }
}
