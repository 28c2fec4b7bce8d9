package coop.pools.governance.domain;

import java.util.List;
import java.util.Optional;

/**
 * Counts a vote. A pure function of the electorate's size, the ballots and the frozen rule, in integers only. It takes
 * no weight, share, role, seniority or payment: one person counts one.
 */
public final class Tally {
    private Tally() {}

    /**
     * The outcome of these ballots. The threshold must be exceeded strictly, so a tie fails; only a threshold of the
     * whole base cannot be exceeded and is met when all of the base agree. The quorum in people is capped at those it is
     * counted among, so that no group is too small to decide; an electorate of nobody decides nothing.
     *
     * @param electorate people who may vote, zero or more
     * @param ballots at most as many as the electorate
     */
    public static Outcome of(long electorate, BallotCount ballots, VotingRule rule) {
        return of(new Electorate(electorate, electorate), ballots, BallotPaper.USUAL, rule);
    }

    /** The same for a paper without options. */
    public static Outcome of(Electorate electorate, BallotCount ballots, BallotPaper paper, VotingRule rule) {
        requireNoMore(electorate, ballots.cast());
        return new Outcome(
                electorate.people(),
                ballots,
                neededForQuorum(electorate, rule),
                neededToPass(base(electorate.people(), ballots, rule.base()), rule),
                paper.blocksToStop(),
                Optional.empty());
    }

    /**
     * The outcome of marked papers, one for each person who voted or is voted for, in any order. What leads wins when
     * it leads alone and those who are for it make the threshold; an election fills its seats by their quota instead.
     *
     * @param lots the order of options in which an election settles what its rules leave to a lot
     */
    public static Outcome of(
            Electorate electorate, List<Mark> marks, BallotPaper paper, VotingRule rule, List<Integer> lots) {
        if (!paper.method().hasOptions()) {
            return of(
                    electorate, BallotCount.of(marks.stream().map(Mark::choice).toList()), paper, rule);
        }
        requireNoMore(electorate, marks.size());
        List<List<Integer>> marked = marks.stream()
                .filter(mark -> mark.choice() == Choice.AGREE)
                .map(Mark::marks)
                .toList();
        BallotCount cast = new BallotCount(marked.size(), 0, marks.size() - marked.size());
        long needed = neededToPass(base(electorate.people(), cast, rule.base()), rule);
        Ranking ranking = ranking(marked, paper, lots);
        long support = leading(ranking);
        boolean enough = paper.method() == Method.ELECTION || !paper.method().binds() || support >= needed;
        long agree = paper.method() == Method.ELECTION ? marked.size() : support;
        return new Outcome(
                electorate.people(),
                new BallotCount(agree, marked.size() - agree, cast.abstain()),
                neededForQuorum(electorate, rule),
                paper.method() == Method.ELECTION ? 1 : needed,
                0,
                Optional.of(enough ? ranking : ranking.withoutWinner()));
    }

    private static Ranking ranking(List<List<Integer>> marked, BallotPaper paper, List<Integer> lots) {
        int options = paper.options().size();
        return switch (paper.method()) {
            case RANKED -> InstantRunoff.count(options, marked);
            case ELECTION -> TransferableVote.count(options, paper.seats(), marked, lots);
            default -> PointsCount.count(paper, marked);
        };
    }

    /** Those who are for the option that leads. */
    private static long leading(Ranking ranking) {
        long points =
                ranking.lines().stream().mapToLong(Ranking.Line::points).max().orElse(0);
        return ranking.winners().stream()
                .map(place -> ranking.lines().get(place).support())
                .findFirst()
                .orElseGet(() -> ranking.lines().stream()
                        .filter(line -> line.points() == points)
                        .mapToLong(Ranking.Line::support)
                        .max()
                        .orElse(0));
    }

    private static void requireNoMore(Electorate electorate, long ballots) {
        if (electorate.people() < ballots) {
            throw new IllegalArgumentException(ballots + " ballots from " + electorate.people() + " people");
        }
    }

    static long neededForQuorum(Electorate electorate, VotingRule rule) {
        long people = Math.min(rule.quorumPeople(), electorate.quorumBase());
        return Math.max(1, Math.max(people, rule.quorum().atLeastOf(electorate.quorumBase())));
    }

    static long neededToPass(long base, VotingRule rule) {
        return Math.max(1, Math.min(rule.threshold().moreThanOf(base), base));
    }

    private static long base(long electorate, BallotCount ballots, VotingRule.Base base) {
        return switch (base) {
            case CAST -> ballots.agree() + ballots.disagree();
            case CAST_AND_ABSTAIN -> ballots.cast();
            case ALL -> electorate;
        };
    }
}
