package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts ranked ballots for one winner. In each round a ballot counts for its highest choice that is still in; who has
 * more than half of them wins; otherwise the last one drops out. Where several are last, those drop out together that
 * have fewer votes between them than the next one. What is still a tie is followed every way it could go: only an
 * option that wins on each of them wins, so no lot and no order of writing decides.
 */
final class InstantRunoff {
    private static final long VOTE = TransferableVote.VOTE;

    private final int options;
    /** People by the order of their choices. */
    private final Map<List<Integer>, Long> papers = new LinkedHashMap<>();

    private final Map<BitSet, BitSet> winnersOf = new HashMap<>();

    private InstantRunoff(int options) {
        this.options = options;
    }

    static Ranking count(int options, List<List<Integer>> marked) {
        InstantRunoff runoff = new InstantRunoff(options);
        marked.forEach(marks -> runoff.papers.merge(TransferableVote.order(marks), 1L, Long::sum));
        BitSet all = new BitSet();
        all.set(0, options);
        BitSet winners = marked.isEmpty() ? new BitSet() : runoff.winners(all);
        List<Ranking.Round> rounds = marked.isEmpty() ? List.of() : runoff.rounds(all);
        List<Integer> won = winners.cardinality() == 1 ? List.of(winners.nextSetBit(0)) : List.of();
        return new Ranking(runoff.lines(rounds), won, winners.cardinality() > 1, rounds);
    }

    /** Who can win from here, over all ways in which ties can go. */
    private BitSet winners(BitSet in) {
        BitSet known = winnersOf.get(in);
        if (known != null) {
            return known;
        }
        BitSet winners = new BitSet();
        long[] votes = votes(in);
        int majority = majority(in, votes);
        if (majority >= 0) {
            winners.set(majority);
        } else {
            for (BitSet out : waysOut(in, votes)) {
                BitSet rest = (BitSet) in.clone();
                rest.andNot(out);
                if (rest.isEmpty()) {
                    winners.or(in);
                } else {
                    winners.or(winners(rest));
                }
            }
        }
        winnersOf.put((BitSet) in.clone(), winners);
        return winners;
    }

    /** One set where nothing is open, one for each of those that are last alike otherwise. */
    private static List<BitSet> waysOut(BitSet in, long[] votes) {
        long least = in.stream().mapToLong(place -> votes[place]).min().orElseThrow();
        BitSet last = new BitSet();
        in.stream().filter(place -> votes[place] == least).forEach(last::set);
        long next = in.stream()
                .mapToLong(place -> votes[place])
                .filter(count -> count > least)
                .min()
                .orElse(-1);
        if (last.cardinality() == 1 || next >= 0 && least * last.cardinality() < next) {
            return List.of(last);
        }
        List<BitSet> ways = new ArrayList<>();
        last.stream().forEach(place -> {
            BitSet one = new BitSet();
            one.set(place);
            ways.add(one);
        });
        return ways;
    }

    private static int majority(BitSet in, long[] votes) {
        long all = in.stream().mapToLong(place -> votes[place]).sum();
        return in.stream()
                .filter(place -> 2 * votes[place] > all || in.cardinality() == 1)
                .findFirst()
                .orElse(-1);
    }

    private long[] votes(BitSet in) {
        long[] votes = new long[options];
        papers.forEach((order, people) ->
                order.stream().filter(in::get).findFirst().ifPresent(first -> votes[first] += people));
        return votes;
    }

    /** The rounds of one way; where a tie was followed several ways, that of dropping the one written last. */
    private List<Ranking.Round> rounds(BitSet all) {
        List<Ranking.Round> rounds = new ArrayList<>();
        BitSet in = (BitSet) all.clone();
        long people = papers.values().stream().mapToLong(Long::longValue).sum();
        while (!in.isEmpty()) {
            long[] votes = votes(in);
            int majority = majority(in, votes);
            List<BitSet> ways = majority >= 0 ? List.of() : waysOut(in, votes);
            BitSet out = ways.isEmpty() ? new BitSet() : ways.get(ways.size() - 1);
            rounds.add(round(in, votes, majority, out, people));
            if (majority >= 0) {
                return rounds;
            }
            in.andNot(out);
        }
        return rounds;
    }

    private Ranking.Round round(BitSet in, long[] votes, int majority, BitSet out, long people) {
        List<Long> shown = new ArrayList<>();
        long counted = 0;
        for (int place = 0; place < options; place++) {
            shown.add(in.get(place) ? votes[place] * VOTE : -1);
            counted += in.get(place) ? votes[place] : 0;
        }
        return new Ranking.Round(
                shown,
                majority >= 0 ? List.of(majority) : List.of(),
                out.stream().boxed().toList(),
                (people - counted) * VOTE);
    }

    /** Points: votes in the last round that an option was in; support the same, in people. */
    private List<Ranking.Line> lines(List<Ranking.Round> rounds) {
        List<Ranking.Line> lines = new ArrayList<>();
        for (int place = 0; place < options; place++) {
            long votes = 0;
            for (Ranking.Round round : rounds) {
                votes = Math.max(votes, round.votes().get(place) / VOTE);
            }
            lines.add(new Ranking.Line(votes, votes));
        }
        return lines;
    }
}
