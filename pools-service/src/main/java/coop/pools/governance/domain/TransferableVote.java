package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The single transferable vote by the rules of Scotland's council elections (Scottish Local Government Elections Order
 * 2007, schedule 1, rules 45 to 52): the quota is the votes divided by one more than the seats, without the remainder,
 * plus one; a surplus moves on all ballots of the elected, at the value each had times surplus over votes, to five
 * decimals without the rest; who is last drops out; ties go by the latest stage at which they differed, then by lot.
 * One thing is harder here: an option that nobody ranked is never elected, though a seat stays empty.
 */
final class TransferableVote {
    /** One vote in hundred-thousandths. */
    static final long VOTE = 100_000;

    private final int seats;
    private final List<Integer> lots;
    private final List<List<Pile>> piles = new ArrayList<>();
    private final List<Long> votes = new ArrayList<>();
    private final List<List<Long>> stages = new ArrayList<>();
    private final List<Integer> elected = new ArrayList<>();
    private final List<Integer> excluded = new ArrayList<>();
    private final List<Ranking.Round> rounds = new ArrayList<>();
    private final long[] ranked;
    private final long quota;
    private long exhausted;

    /** Ballots of the same order and value. */
    private record Pile(List<Integer> order, long ballots, long value) {}

    private TransferableVote(int options, int seats, List<List<Integer>> marked, List<Integer> lots) {
        this.seats = seats;
        this.lots = lots;
        this.ranked = new long[options];
        this.quota = (marked.size() / (seats + 1L) + 1) * VOTE;
        for (int place = 0; place < options; place++) {
            piles.add(new ArrayList<>());
            votes.add(0L);
        }
        Map<List<Integer>, Long> orders = new LinkedHashMap<>();
        marked.forEach(marks -> orders.merge(order(marks), 1L, Long::sum));
        orders.forEach((order, ballots) -> {
            order.forEach(place -> ranked[place] += ballots);
            give(new Pile(order, ballots, VOTE));
        });
    }

    /** The places of options from the first choice on. */
    static List<Integer> order(List<Integer> marks) {
        return IntStream.range(0, marks.size())
                .filter(place -> marks.get(place) > 0)
                .boxed()
                .sorted(Comparator.comparing(marks::get))
                .toList();
    }

    static Ranking count(int options, int seats, List<List<Integer>> marked, List<Integer> lots) {
        TransferableVote count = new TransferableVote(options, seats, marked, lots);
        if (!marked.isEmpty()) {
            count.run();
        }
        List<Ranking.Line> lines = new ArrayList<>();
        for (int place = 0; place < options; place++) {
            lines.add(new Ranking.Line(count.best(place), count.ranked[place]));
        }
        List<Integer> winners =
                count.elected.stream().filter(place -> count.ranked[place] > 0).toList();
        return new Ranking(lines, winners, false, count.rounds);
    }

    private long best(int place) {
        return rounds.stream()
                .mapToLong(round -> round.votes().get(place))
                .max()
                .orElse(0);
    }

    private void run() {
        List<Integer> surplus = new ArrayList<>();
        endStage(surplus, List.of());
        while (elected.size() < seats && !continuing().isEmpty()) {
            List<Integer> dropped = List.of();
            if (surplus.isEmpty()) {
                int last = least(continuing());
                excluded.add(last);
                dropped = List.of(last);
                release(last, 1, 1);
                votes.set(last, 0L);
            } else {
                int first = greatest(surplus);
                surplus.remove(Integer.valueOf(first));
                release(first, votes.get(first) - quota, votes.get(first));
                votes.set(first, quota);
            }
            endStage(surplus, dropped);
        }
    }

    /** Elects who has the quota, and all who are left when there are no more than seats. */
    private void endStage(List<Integer> surplus, List<Integer> dropped) {
        List<Long> before = List.copyOf(votes);
        stages.add(before);
        List<Integer> now = new ArrayList<>();
        continuing().stream()
                .filter(place -> votes.get(place) >= quota)
                .sorted(Comparator.comparing((Integer place) -> -votes.get(place))
                        .thenComparing(lots::indexOf))
                .forEach(now::add);
        elected.addAll(now);
        now.stream().filter(place -> votes.get(place) > quota).forEach(surplus::add);
        List<Integer> rest = continuing();
        if (elected.size() < seats && rest.size() <= seats - elected.size()) {
            List<Integer> filled = rest.stream()
                    .sorted(Comparator.comparing((Integer place) -> -votes.get(place))
                            .thenComparing(lots::indexOf))
                    .toList();
            elected.addAll(filled);
            now.addAll(filled);
        }
        rounds.add(new Ranking.Round(shown(before, dropped), now, dropped, exhausted));
    }

    private List<Long> shown(List<Long> before, List<Integer> dropped) {
        List<Long> shown = new ArrayList<>(before);
        excluded.stream().filter(place -> !dropped.contains(place)).forEach(place -> shown.set(place, -1L));
        return shown;
    }

    private List<Integer> continuing() {
        return IntStream.range(0, votes.size())
                .filter(place -> !elected.contains(place) && !excluded.contains(place))
                .boxed()
                .toList();
    }

    /** Passes every ballot on at its value times {@code part} of {@code whole}. */
    private void release(int place, long part, long whole) {
        List<Pile> held = List.copyOf(piles.get(place));
        piles.get(place).clear();
        for (Pile pile : held) {
            give(new Pile(pile.order(), pile.ballots(), pile.value() * part / whole));
        }
    }

    private void give(Pile pile) {
        for (int place : pile.order()) {
            if (!elected.contains(place) && !excluded.contains(place)) {
                piles.get(place).add(pile);
                votes.set(place, votes.get(place) + pile.ballots() * pile.value());
                return;
            }
        }
        exhausted += pile.ballots() * pile.value();
    }

    private int least(List<Integer> among) {
        return decided(among, false);
    }

    private int greatest(List<Integer> among) {
        return decided(among, true);
    }

    /** The one with the fewest or the most votes now, or at the latest stage at which those differed, or by lot. */
    private int decided(List<Integer> among, boolean most) {
        List<Integer> left = extreme(among, votes, most);
        for (int stage = stages.size() - 1; stage >= 0 && left.size() > 1; stage--) {
            left = extreme(left, stages.get(stage), most);
        }
        return left.stream().min(Comparator.comparing(lots::indexOf)).orElseThrow();
    }

    private static List<Integer> extreme(List<Integer> among, List<Long> votes, boolean most) {
        long wanted = among.stream()
                .mapToLong(votes::get)
                .reduce(most ? Math::max : Math::min)
                .orElseThrow();
        return among.stream().filter(place -> votes.get(place) == wanted).toList();
    }
}
