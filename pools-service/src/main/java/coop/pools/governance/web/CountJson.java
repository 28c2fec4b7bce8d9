package coop.pools.governance.web;

import coop.pools.governance.Count;
import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.VotingRule;
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
 * @param ballots those that count, in the order of person ids, one page of them
 * @param delegations always empty: nobody votes for another
 * @param result what the ballots come to; final once {@code state} is no longer {@code voting}
 * @param next goes into {@code ?after=}
 */
public record CountJson(
        String state,
        ElectorateJson electorate,
        RuleJson rule,
        List<BallotJson> ballots,
        List<Object> delegations,
        Optional<ProposalJson.ResultJson> result,
        Optional<UUID> next) {

    static CountJson of(Count count, Map<UUID, String> names) {
        List<PartJson> parts = count.electorate().stream()
                .map(part -> new PartJson(part.pool(), part.rosterVersion()))
                .toList();
        List<BallotJson> ballots = count.ballots().items().stream()
                .map(ballot -> BallotJson.of(ballot, Optional.ofNullable(names.get(ballot.person()))))
                .toList();
        return new CountJson(
                count.proposal().state().word(),
                new ElectorateJson(count.people(), parts),
                RuleJson.of(count.rule()),
                ballots,
                List.of(),
                count.result().map(ProposalJson.ResultJson::of),
                count.ballots().next());
    }

    /** The people who may vote: distinct, from these Pools' rosters. */
    public record ElectorateJson(long people, List<PartJson> pools) {}

    /** One Pool's roster as of one version. */
    public record PartJson(UUID pool, long rosterVersion) {}

    /** The rule; {@code base} is what the threshold is a share of: cast, cast_and_abstain or all. */
    public record RuleJson(
            int thresholdBasisPoints,
            String base,
            int quorumBasisPoints,
            int quorumPeople,
            int discussHours,
            int voteHours,
            int coolingHours) {
        static RuleJson of(VotingRule rule) {
            return new RuleJson(
                    rule.threshold().value(),
                    rule.base().name().toLowerCase(Locale.ROOT),
                    rule.quorum().value(),
                    rule.quorumPeople(),
                    rule.discussHours(),
                    rule.voteHours(),
                    rule.coolingHours());
        }
    }

    /** One person's ballot; {@code name} and {@code reason} for members only. */
    public record BallotJson(
            UUID person, Optional<String> name, String choice, Optional<String> reason, int revision, Instant castAt) {
        static BallotJson of(Ballot ballot, Optional<String> name) {
            return new BallotJson(
                    ballot.person(),
                    name,
                    ballot.choice().map(Choice::word).orElse("withdrawn"),
                    Optional.of(ballot.reason()).filter(reason -> !reason.isEmpty()),
                    ballot.revision(),
                    ballot.castAt());
        }
    }
}
