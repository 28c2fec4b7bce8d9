package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Step;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens votes: freezes the rule and the electorate. Only use cases of governance call it, in their transaction, holding
 * the proposal's lock.
 */
public final class Opening {
    /** An opening later than this means that nobody could vote meanwhile: the full time is given from then on. */
    private static final Duration LATE = Duration.ofHours(1);

    private final ProposalStore proposals;
    private final Bodies bodies;
    private final Rosters rosters;
    private final BallotStore ballots;

    public Opening(ProposalStore proposals, Bodies bodies, Rosters rosters, BallotStore ballots) {
        this.proposals = proposals;
        this.bodies = bodies;
        this.rosters = rosters;
        this.ballots = ballots;
    }

    /** Opens the vote, or blocks a proposal that its body can no longer take; answers what became of it. */
    Proposal open(Proposal proposal, Instant now) {
        Optional<Proposal> impossible = blocked(proposal, now, () -> {
            bodies.check(proposal.body(), proposal.actions());
            bodies.checkPaper(proposal.body(), proposal.paper());
        });
        if (impossible.isPresent()) {
            return impossible.get();
        }
        VotingRule rule = bodies.ruleFor(
                proposal.body(), proposal.actions(), proposal.paper().template());
        Bodies.Voters voters = bodies.freeze(proposal.body(), proposal.actions());
        // Only now, as the body is held: of two that open at once each sees no vote of the other's before.
        Optional<Proposal> second = blocked(proposal, now, () -> requireOnce(proposal));
        if (second.isPresent()) {
            return second.get();
        }
        List<RosterPart> parts = voters.parts();
        long people = electors(proposal, parts);
        Vote vote = new Vote(
                now,
                rule,
                people,
                people - Math.min(people, silent(proposal, parts, now)),
                closesAt(proposal.opensAt(), now, rule));
        if (proposals.open(proposal.id(), vote)) {
            proposals.addParts(proposal.id(), parts);
            proposals.addSeats(proposal.id(), voters.seats());
            ballots.begin(proposal.id());
            bodies.opened(proposal, now);
            requireStill(rule, proposal);
        }
        return proposals.find(proposal.id()).orElseThrow();
    }

    /** What becomes of a proposal that is refused; empty when it is not. */
    private Optional<Proposal> blocked(Proposal proposal, Instant now, Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.BUSY) {
                throw refused;
            }
            proposals.block(proposal.id(), Step.OPEN, Blocked.of(refused, now));
            return proposals.find(proposal.id());
        }
    }

    /** A Flood answers another one once: two votes on one merger could come out differently. */
    private void requireOnce(Proposal proposal) {
        boolean answers = proposal.action() instanceof Action.FloodAction.Merge
                || proposal.action() instanceof Action.FloodAction.TakeIn;
        if (answers) {
            proposals.votedOn(proposal.body(), proposal.action().type()).stream()
                    .filter(other ->
                            !other.id().equals(proposal.id()) && other.action().equals(proposal.action()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Refused(GovernanceRefusal.VOTED_ON_ALREADY, Map.of("title", other.title()));
                    });
        }
    }

    /** What the rule goes by is held only now: money may have gone out since it was read. */
    private void requireStill(VotingRule rule, Proposal proposal) {
        VotingRule held = bodies.ruleFor(
                proposal.body(), proposal.actions(), proposal.paper().template());
        if (!held.equals(rule)) {
            throw new Refused(CommonRefusal.TRY_AGAIN);
        }
    }

    /** All members but those who are to be put out. */
    private long electors(Proposal proposal, List<RosterPart> parts) {
        long concerned = proposal.actions().stream()
                .flatMap(action -> action.concerned().stream())
                .distinct()
                .filter(person -> rosters.includes(parts, person))
                .count();
        return rosters.countPeople(parts) - concerned;
    }

    /** Those of the electors who have taken no part for long. */
    private long silent(Proposal proposal, List<RosterPart> parts, Instant now) {
        List<UUID> concerned = proposal.actions().stream()
                .flatMap(action -> action.concerned().stream())
                .distinct()
                .toList();
        return bodies.silentSince(proposal.body(), now)
                .map(since -> rosters.countSilent(parts, since, concerned))
                .orElse(0L);
    }

    private static Instant closesAt(Instant opensAt, Instant now, VotingRule rule) {
        Instant from = now.isAfter(opensAt.plus(LATE)) ? now : opensAt;
        return from.plus(Duration.ofHours(rule.voteHours()));
    }
}
