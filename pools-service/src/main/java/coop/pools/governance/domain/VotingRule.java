package coop.pools.governance.domain;

import coop.pools.kernel.BasisPoints;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

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
 * @param pools in a Flood: strictly more than this share of its Pools must agree too, or all; empty: people alone decide
 */
public record VotingRule(
        BasisPoints threshold,
        Base base,
        BasisPoints quorum,
        int quorumPeople,
        int discussHours,
        int voteHours,
        int coolingHours,
        Manners manners,
        Optional<BasisPoints> pools) {
    /** CAST: agree + disagree. CAST_AND_ABSTAIN: all ballots. ALL: the whole electorate. */
    public enum Base {
        CAST,
        CAST_AND_ABSTAIN,
        ALL
    }

    /**
     * How ballots are taken.
     *
     * @param change whether a ballot may be changed and taken back while the vote is open
     * @param delegates whether a member may let another one vote
     * @param conflictsAbstain whether those who would gain may only abstain; otherwise they say so and vote
     */
    public record Manners(boolean change, boolean delegates, boolean conflictsAbstain) {
        /** Ballots may change, everybody votes in person, and interests are disclosed. */
        public static final Manners USUAL = new Manners(true, false, false);
    }

    /** Of people alone. */
    public VotingRule(
            BasisPoints threshold,
            Base base,
            BasisPoints quorum,
            int quorumPeople,
            int discussHours,
            int voteHours,
            int coolingHours,
            Manners manners) {
        this(threshold, base, quorum, quorumPeople, discussHours, voteHours, coolingHours, manners, Optional.empty());
    }

    /** The share of Pools in basis points, as it is kept. */
    public OptionalInt poolsBasisPoints() {
        return pools.map(share -> OptionalInt.of(share.value())).orElse(OptionalInt.empty());
    }

    /** With the usual manners. */
    public VotingRule(
            BasisPoints threshold,
            Base base,
            BasisPoints quorum,
            int quorumPeople,
            int discussHours,
            int voteHours,
            int coolingHours) {
        this(threshold, base, quorum, quorumPeople, discussHours, voteHours, coolingHours, Manners.USUAL);
    }

    /** The same, and everybody who is counted must agree. */
    public VotingRule needingAll() {
        return new VotingRule(
                new BasisPoints(BasisPoints.WHOLE),
                base,
                quorum,
                quorumPeople,
                discussHours,
                voteHours,
                coolingHours,
                manners,
                pools.map(share -> new BasisPoints(BasisPoints.WHOLE)));
    }

    /** The same, and what passed waits at least so long before it is carried out. */
    public VotingRule coolingFor(Duration least) {
        return new VotingRule(
                threshold,
                base,
                quorum,
                quorumPeople,
                discussHours,
                voteHours,
                (int) Math.max(coolingHours, least.toHours()),
                manners,
                pools);
    }

    /**
     * The harder of two rules in every respect, so that a proposal with several options is decided by a rule that would
     * do for each of them.
     */
    public VotingRule stricter(VotingRule other) {
        return new VotingRule(
                new BasisPoints(Math.max(threshold.value(), other.threshold.value())),
                base.compareTo(other.base) >= 0 ? base : other.base,
                new BasisPoints(Math.max(quorum.value(), other.quorum.value())),
                Math.max(quorumPeople, other.quorumPeople),
                Math.max(discussHours, other.discussHours),
                Math.max(voteHours, other.voteHours),
                Math.max(coolingHours, other.coolingHours),
                new Manners(
                        manners.change && other.manners.change,
                        manners.delegates && other.manners.delegates,
                        manners.conflictsAbstain || other.manners.conflictsAbstain),
                Stream.of(pools, other.pools)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingInt(BasisPoints::value)));
    }
}
