package coop.pools.governance.domain;

import java.util.List;

/**
 * What the marks came to, option by option; options are named by their place from 0 on.
 *
 * @param lines one for each option, in their order
 * @param winners one at most, but as many as there are seats in an election; empty when nothing won
 * @param tied whether two or more led alike, so that nothing won
 * @param rounds of ranked options, in order; empty otherwise
 */
public record Ranking(List<Line> lines, List<Integer> winners, boolean tied, List<Round> rounds) {
    public Ranking {
        lines = List.copyOf(lines);
        winners = List.copyOf(winners);
        rounds = List.copyOf(rounds);
    }

    /** The same without a winner: it led, but not by enough. */
    Ranking withoutWinner() {
        return new Ranking(lines, List.of(), tied, rounds);
    }

    /**
     * One option.
     *
     * @param points what decides who leads: people, points or dots
     * @param support people who are for it
     */
    public record Line(long points, long support) {}

    /**
     * One round of a count of ranked ballots.
     *
     * @param votes of each option in hundred-thousandths of a vote; -1 for those that are out already
     * @param elected in this round, in order
     * @param excluded in this round
     * @param exhausted votes without a further choice, in hundred-thousandths
     */
    public record Round(List<Long> votes, List<Integer> elected, List<Integer> excluded, long exhausted) {
        public Round {
            votes = List.copyOf(votes);
            elected = List.copyOf(elected);
            excluded = List.copyOf(excluded);
        }
    }
}
