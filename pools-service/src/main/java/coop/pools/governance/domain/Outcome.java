package coop.pools.governance.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a vote came to, in people. Stored once when the vote closes and never computed anew after that.
 *
 * @param electorate people who might have voted
 * @param ballots what those said who did
 * @param neededForQuorum ballots that make the quorum; at least one
 * @param neededToPass ballots that must agree; at least one, never more than the base of the threshold unless that is
 *     empty
 * @param blocksToStop how many blocks stop it; 0 where blocking is not offered
 * @param ranking where there are options
 * @param pools where the Pools of a Flood must agree too
 */
public record Outcome(
        long electorate,
        BallotCount ballots,
        long neededForQuorum,
        long neededToPass,
        int blocksToStop,
        Optional<Ranking> ranking,
        Optional<PoolsCount> pools) {
    /** Of people alone. */
    public Outcome(
            long electorate,
            BallotCount ballots,
            long neededForQuorum,
            long neededToPass,
            int blocksToStop,
            Optional<Ranking> ranking) {
        this(electorate, ballots, neededForQuorum, neededToPass, blocksToStop, ranking, Optional.empty());
    }

    /** Without options and blocks. */
    public Outcome(long electorate, BallotCount ballots, long neededForQuorum, long neededToPass) {
        this(electorate, ballots, neededForQuorum, neededToPass, 0, Optional.empty());
    }

    public boolean quorumMet() {
        return ballots.cast() >= neededForQuorum;
    }

    /** Enough are for it, and too few block it. */
    public boolean thresholdMet() {
        return ranking.map(options -> !options.winners().isEmpty()).orElse(ballots.agree() >= neededToPass)
                && !stopped();
    }

    /** Whether blocks stop it. */
    public boolean stopped() {
        return blocksToStop > 0 && ballots.blocks() >= blocksToStop;
    }

    public boolean passed() {
        return quorumMet() && thresholdMet() && poolsMet();
    }

    /** Whether enough Pools agree, where they are asked. */
    public boolean poolsMet() {
        return pools.map(PoolsCount::met).orElse(true);
    }

    /** The same with the Pools' say. */
    public Outcome with(PoolsCount count) {
        return new Outcome(
                electorate, ballots, neededForQuorum, neededToPass, blocksToStop, ranking, Optional.of(count));
    }

    /** The options that won, by their places; empty without options. */
    public List<Integer> winners() {
        return passed() ? ranking.map(Ranking::winners).orElse(List.of()) : List.of();
    }
}
