package coop.pools.governance.web;

import coop.pools.governance.Count;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Receipt;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How a vote was counted. {@code rule} and {@code electorate} are those frozen at the opening; before it, the rule in
 * force and nobody.
 *
 * @param ballots those that count, in the order of person ids, or by chance in an anonymous vote; one page of them
 * @param delegations who has a delegate on this, and whose ballot counts; at most 1,000, all of them are in the file
 * @param result what the ballots come to; final once {@code state} is no longer {@code voting}
 * @param seats for whom each Pool's people are counted, where the Pools of a Flood must agree too
 * @param hidden why there are no result and no ballots yet: after-voting or after-close
 * @param next goes into {@code ?after=}
 */
public record CountJson(
        String state,
        ElectorateJson electorate,
        RuleJson rule,
        List<BallotJson> ballots,
        List<DelegationLine> delegations,
        List<SeatJson> seats,
        Optional<ProposalJson.ResultJson> result,
        Optional<String> hidden,
        Optional<UUID> next) {

    static CountJson of(Count count, Map<UUID, String> names) {
        Proposal proposal = count.proposal().proposal();
        List<PartJson> parts = count.electorate().stream()
                .map(part -> new PartJson(part.pool(), part.rosterVersion()))
                .toList();
        List<BallotJson> ballots = count.ballots().items().stream()
                .map(ballot -> BallotJson.of(proposal.id(), ballot, Optional.ofNullable(names.get(ballot.person()))))
                .map(ballot -> proposal.paper().anonymous() ? ballot.anonymous() : ballot)
                .toList();
        return new CountJson(
                count.proposal().state().word(),
                new ElectorateJson(
                        count.people(),
                        count.proposal().vote().map(Vote::quorumBase).orElse(0L),
                        parts),
                RuleJson.of(count.rule()),
                ballots,
                count.delegations().stream()
                        .map(each -> new DelegationLine(each.person(), each.delegate(), each.counts()))
                        .toList(),
                count.seats().stream()
                        .map(seat -> new SeatJson(seat.member(), seat.pool()))
                        .toList(),
                count.result().map(ProposalJson.ResultJson::of),
                Optional.of(count.hidden()).filter(why -> !why.isEmpty()),
                count.ballots().next());
    }

    /** @param counts whose ballot counts for the person; missing: nobody's */
    public record DelegationLine(UUID person, UUID delegate, Optional<UUID> counts) {}

    /** @param member the Pool or Flood that belongs to the deciding Flood */
    public record SeatJson(UUID member, UUID pool) {}

    /**
     * The people who may vote: distinct, from these Pools' rosters.
     *
     * @param quorumBase those whom the quorum is a share of: without members who had taken no part for long
     */
    public record ElectorateJson(long people, long quorumBase, List<PartJson> pools) {}

    /** One Pool's roster as of one version. */
    public record PartJson(UUID pool, long rosterVersion) {}

    /**
     * The rule; {@code base} is what the threshold is a share of: cast, cast_and_abstain or all.
     *
     * @param poolsBasisPoints in a Flood: more than this share of its Pools must agree too; missing: people alone decide
     */
    public record RuleJson(
            int thresholdBasisPoints,
            String base,
            int quorumBasisPoints,
            int quorumPeople,
            int discussHours,
            int voteHours,
            int coolingHours,
            Optional<Integer> poolsBasisPoints) {
        static RuleJson of(VotingRule rule) {
            return new RuleJson(
                    rule.threshold().value(),
                    rule.base().name().toLowerCase(Locale.ROOT),
                    rule.quorum().value(),
                    rule.quorumPeople(),
                    rule.discussHours(),
                    rule.voteHours(),
                    rule.coolingHours(),
                    rule.pools().map(BasisPoints::value));
        }
    }

    /**
     * One person's ballot; {@code name} and {@code reason} for members only, and in an anonymous vote for nobody.
     *
     * @param marks a number for each option in their order; empty without options
     * @param interest whether the voter would gain from it
     * @param receipt what the voter finds it by
     */
    public record BallotJson(
            Optional<UUID> person,
            Optional<String> name,
            String choice,
            List<Integer> marks,
            Optional<String> reason,
            boolean interest,
            Optional<Integer> revision,
            String receipt,
            Optional<Instant> castAt) {
        static BallotJson of(UUID proposal, Ballot ballot, Optional<String> name) {
            return new BallotJson(
                    Optional.of(ballot.person()),
                    name,
                    ballot.choice().map(Choice::word).orElse("withdrawn"),
                    ballot.mark().map(Mark::marks).orElse(List.of()),
                    Optional.of(ballot.reason()).filter(reason -> !reason.isEmpty()),
                    ballot.interest(),
                    Optional.of(ballot.revision()),
                    Receipt.of(proposal, ballot),
                    Optional.of(ballot.castAt()));
        }

        /** Without who, when, and how often they changed their mind. */
        BallotJson anonymous() {
            return new BallotJson(
                    Optional.empty(),
                    Optional.empty(),
                    choice,
                    marks,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    receipt,
                    Optional.empty());
        }
    }
}
