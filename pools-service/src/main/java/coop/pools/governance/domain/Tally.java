package coop.pools.governance.domain;

/**
 * Counts a vote. A pure function of the electorate's size, the ballots and the frozen rule, in integers only. It takes
 * no weight, share, role, seniority or payment: one person counts one.
 */
public final class Tally {
    private Tally() {}

    /**
     * The outcome of these ballots. The threshold must be exceeded strictly, so a tie fails; only a threshold of the
     * whole base cannot be exceeded and is met when all of the base agree. The quorum in people is capped at the
     * electorate, so that no group is too small to decide; an electorate of nobody decides nothing.
     *
     * @param electorate people who may vote, zero or more
     * @param ballots at most as many as the electorate
     */
    public static Outcome of(long electorate, BallotCount ballots, VotingRule rule) {
        if (electorate < ballots.cast()) {
            throw new IllegalArgumentException(ballots.cast() + " ballots from " + electorate + " people");
        }
        return new Outcome(
                electorate,
                ballots,
                neededForQuorum(electorate, rule),
                neededToPass(base(electorate, ballots, rule.base()), rule));
    }

    private static long neededForQuorum(long electorate, VotingRule rule) {
        long people = Math.min(rule.quorumPeople(), electorate);
        return Math.max(1, Math.max(people, rule.quorum().atLeastOf(electorate)));
    }

    private static long neededToPass(long base, VotingRule rule) {
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
