package coop.pools.governance.domain;

/**
 * What a vote came to, in people. Stored once when the vote closes and never computed anew after that.
 *
 * @param electorate people who might have voted
 * @param ballots what those said who did
 * @param neededForQuorum ballots that make the quorum; at least one
 * @param neededToPass ballots that must agree; at least one, never more than the base of the threshold unless that is
 *     empty
 */
public record Outcome(long electorate, BallotCount ballots, long neededForQuorum, long neededToPass) {
    public boolean quorumMet() {
        return ballots.cast() >= neededForQuorum;
    }

    public boolean thresholdMet() {
        return ballots.agree() >= neededToPass;
    }

    public boolean passed() {
        return quorumMet() && thresholdMet();
    }
}
