package coop.pools.governance.domain;

import coop.pools.governance.domain.VotingRule.Base;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether the result of a vote is certain while ballots are still out: whatever those who are left say, or if they say
 * nothing. Only where no ballot that is cast can change any more, and people alone decide. Those for whom delegates vote
 * are among those who are left, as they can still vote otherwise.
 */
public final class Certainty {
    private final Electorate electorate;
    private final BallotPaper paper;
    private final VotingRule rule;
    /** For each option what its marks add up to, and how many are for it. */
    private final long[] points;

    private final long[] support;
    private long marked;
    private long abstained;

    private Certainty(Electorate electorate, BallotPaper paper, VotingRule rule) {
        this.electorate = electorate;
        this.paper = paper;
        this.rule = rule;
        points = new long[paper.options().size()];
        support = new long[paper.options().size()];
    }

    /**
     * Whether a vote of this kind closes as soon as its result is certain: agreed or disagreed, or with marks that add
     * up. Where options are ranked, hardly anything is certain before the end.
     */
    public static boolean isPossible(BallotPaper paper, VotingRule rule) {
        return paper.method().binds()
                && !paper.method().ranks()
                && !rule.manners().change()
                && rule.pools().isEmpty();
    }

    /**
     * Whether it is certain without options: it passes though all who are left disagree, or fails though all of them
     * agree.
     */
    public static boolean isReached(Electorate electorate, BallotCount ballots, BallotPaper paper, VotingRule rule) {
        long left = electorate.people() - ballots.cast();
        long blocks = paper.blocksToStop() > 0 ? left : 0;
        BallotCount worst = new BallotCount(
                ballots.agree(), ballots.disagree() + left, ballots.abstain(), ballots.blocks() + blocks);
        BallotCount best =
                new BallotCount(ballots.agree() + left, ballots.disagree(), ballots.abstain(), ballots.blocks());
        boolean quorum = Tally.of(electorate, ballots, paper, rule).quorumMet();
        return quorum
                && (Tally.of(electorate, worst, paper, rule).passed()
                        || !Tally.of(electorate, best, paper, rule).passed());
    }

    /**
     * Of a vote with options whose marks add up: how many more have to vote, at the least, before it can be certain
     * which of them wins, or that none does; 0 when it is certain.
     *
     * @param cast how many people marked their papers so
     */
    public static long missing(Electorate electorate, Map<Mark, Long> cast, BallotPaper paper, VotingRule rule) {
        Certainty vote = new Certainty(electorate, paper, rule);
        cast.forEach(vote::add);
        long voters = Tally.neededForQuorum(electorate, rule) - vote.marked - vote.abstained;
        return Math.max(Math.max(voters, 0), Math.min(vote.untilOneWins(), vote.untilNoneCan()));
    }

    private void add(Mark mark, long people) {
        boolean marks = mark.choice() == Choice.AGREE;
        marked += marks ? people : 0;
        abstained += marks ? 0 : people;
        for (int place = 0; marks && place < points.length; place++) {
            points[place] += mark.marks().get(place) * people;
            support[place] += PointsCount.isFor(paper, mark.marks().get(place)) ? people : 0;
        }
    }

    private long left() {
        return electorate.people() - marked - abstained;
    }

    /** What one who is left can add to an option. */
    private int most() {
        return paper.most();
    }

    /** So many must be for an option if all who are left mark their papers, which asks for the most. */
    private long needed() {
        long base = rule.base() == Base.CAST ? marked + left() : electorate.people();
        return Tally.neededToPass(base, rule);
    }

    /** An option wins for certain if it leads though all who are left give their all to another one. */
    private long untilOneWins() {
        return places().mapToLong(place -> Math.max(
                        byPoints(others(place) + left() * most() - points[place] + 1),
                        Math.max(0, needed() - support[place])))
                .min()
                .orElse(0);
    }

    /** None can win if each falls short though all who are left give their all to it. */
    private long untilNoneCan() {
        return places().mapToLong(place -> Math.min(
                        byPoints(points[place] + left() * most() - others(place)),
                        Math.max(0, support[place] + left() - needed() + 1)))
                .max()
                .orElse(0);
    }

    /** One more ballot gives to the one what it no longer can give to the other. */
    private long byPoints(long shortBy) {
        return shortBy <= 0 ? 0 : (shortBy + 2L * most() - 1) / (2L * most());
    }

    private long others(int place) {
        return IntStream.range(0, points.length)
                .filter(other -> other != place)
                .mapToLong(other -> points[other])
                .max()
                .orElse(0);
    }

    private IntStream places() {
        return IntStream.range(0, points.length);
    }
}
