package coop.pools.governance.domain;

import coop.pools.kernel.BasisPoints;

/**
 * How one proposal is decided, frozen when its vote opens. It has no place for a weight: every elector counts one.
 *
 * @param threshold strictly more than this share of the base must agree; a tie fails
 * @param base what the threshold is a share of
 * @param quorum at least this share of the electorate must cast a ballot (abstentions count)
 * @param quorumPeople and at least this many people, or the whole electorate where it is smaller
 * @param discussHours between proposing and the opening of the vote
 * @param voteHours how long the vote is open
 * @param coolingHours between the close and the enactment
 */
public record VotingRule(
        BasisPoints threshold,
        Base base,
        BasisPoints quorum,
        int quorumPeople,
        int discussHours,
        int voteHours,
        int coolingHours) {
    /** CAST: agree + disagree. CAST_AND_ABSTAIN: all ballots. ALL: the whole electorate. */
    public enum Base {
        CAST,
        CAST_AND_ABSTAIN,
        ALL
    }
}
