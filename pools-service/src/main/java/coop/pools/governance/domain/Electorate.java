package coop.pools.governance.domain;

/**
 * How many people there are to count against.
 *
 * @param people who may vote
 * @param quorumBase those whom the quorum is a share of; at most {@code people}
 */
public record Electorate(long people, long quorumBase) {
    public Electorate {
        if (quorumBase < 0 || quorumBase > people) {
            throw new IllegalArgumentException("quorum of " + quorumBase + " among " + people);
        }
    }

    public static Electorate of(Vote vote) {
        return new Electorate(vote.electorate(), vote.quorumBase());
    }
}
