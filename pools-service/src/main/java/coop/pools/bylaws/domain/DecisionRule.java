package coop.pools.bylaws.domain;

import coop.pools.kernel.BasisPoints;
import java.util.Optional;

/**
 * How the bylaws want a matter decided. There is no place for a weight: everybody counts one.
 *
 * @param threshold strictly more than this share of the base must agree; the whole means that all must
 * @param quorum at least this share of all who may vote must cast a ballot
 * @param quorumPeople and at least so many people, or all where there are fewer
 * @param discussHours from the proposal to the opening of the vote
 * @param voteHours how long the vote is open
 * @param coolingHours from the close to carrying it out
 * @param change whether a ballot may be changed while the vote is open
 * @param delegates whether members may let others vote
 * @param conflictsAbstain whether who would gain may only abstain
 * @param pools in a Flood: strictly more than this share of its Pools must agree too; empty: people alone decide
 */
public record DecisionRule(
        BasisPoints threshold,
        VoteBase base,
        BasisPoints quorum,
        int quorumPeople,
        int discussHours,
        int voteHours,
        int coolingHours,
        boolean change,
        boolean delegates,
        boolean conflictsAbstain,
        Optional<BasisPoints> pools) {
    /** Of people alone. */
    public DecisionRule(
            BasisPoints threshold,
            VoteBase base,
            BasisPoints quorum,
            int quorumPeople,
            int discussHours,
            int voteHours,
            int coolingHours,
            boolean change,
            boolean delegates,
            boolean conflictsAbstain) {
        this(
                threshold,
                base,
                quorum,
                quorumPeople,
                discussHours,
                voteHours,
                coolingHours,
                change,
                delegates,
                conflictsAbstain,
                Optional.empty());
    }

    /** Ballots may change, everybody votes in person, and who would gain may vote. */
    public DecisionRule(
            BasisPoints threshold,
            VoteBase base,
            BasisPoints quorum,
            int quorumPeople,
            int discussHours,
            int voteHours,
            int coolingHours) {
        this(threshold, base, quorum, quorumPeople, discussHours, voteHours, coolingHours, true, false, false);
    }
}
