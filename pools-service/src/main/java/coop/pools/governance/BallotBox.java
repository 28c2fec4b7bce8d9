package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Vote;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a ballot from those who may vote while the vote is open. Its lock on the proposal makes ballots and the close
 * follow each other. Only use cases of governance call it, in their transaction.
 */
public final class BallotBox {
    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final Bodies bodies;
    private final Rosters rosters;
    private final Opening opening;

    public BallotBox(ProposalStore proposals, BallotStore ballots, Bodies bodies, Rosters rosters, Opening opening) {
        this.proposals = proposals;
        this.ballots = ballots;
        this.bodies = bodies;
        this.rosters = rosters;
        this.opening = opening;
    }

    /**
     * Refuses, without waiting for anybody, what {@link #put} would refuse: one refusal there makes the others in its
     * shared transaction begin again.
     */
    void refuseEarly(UUID proposalId, UUID person, Instant now) {
        Proposal proposal = proposals.find(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        requireMember(proposal, person);
        if (!isDue(proposal, now)) {
            requireOpen(proposal.opensAt(), proposal.progress(), now);
            requireElector(proposalId, person);
        }
    }

    /**
     * Adds a revision unless the latest says the same already. An empty choice takes the ballot back.
     *
     * @param clock read only after the proposal is locked, so that no ballot is dated before it waited
     */
    Optional<Ballot> put(UUID proposalId, UUID person, Optional<Choice> choice, String reason, Clock clock) {
        Proposal proposal = proposals.lock(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Instant now = clock.instant();
        requireMember(proposal, person);
        Progress progress = isDue(proposal, now) ? opening.open(proposal, now).progress() : proposal.progress();
        requireOpen(proposal.opensAt(), progress, now);
        requireElector(proposalId, person);
        Optional<Ballot> latest = ballots.latest(proposalId, person);
        boolean same = latest.map(b -> b.choice().equals(choice) && b.reason().equals(reason))
                .orElse(choice.isEmpty());
        if (same) {
            return latest;
        }
        int revision = latest.map(Ballot::revision).orElse(0) + 1;
        Ballot ballot = new Ballot(person, revision, choice, reason, now);
        ballots.append(proposalId, ballot);
        return Optional.of(ballot);
    }

    private void requireMember(Proposal proposal, UUID person) {
        if (!bodies.isMember(proposal.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
    }

    private void requireElector(UUID proposalId, UUID person) {
        if (!rosters.includes(proposals.parts(proposalId), person)) {
            throw new Refused(GovernanceRefusal.NOT_IN_ELECTORATE);
        }
    }

    private static boolean isDue(Proposal proposal, Instant now) {
        return proposal.progress().equals(Progress.NONE) && !now.isBefore(proposal.opensAt());
    }

    private static void requireOpen(Instant opensAt, Progress progress, Instant now) {
        if (progress.withdrawnAt().isPresent()) {
            throw new Refused(GovernanceRefusal.PROPOSAL_WITHDRAWN);
        }
        if (progress.vote().isPresent()) {
            Vote vote = progress.vote().get();
            if (progress.closedAt().isPresent() || !now.isBefore(vote.closesAt())) {
                throw new Refused(GovernanceRefusal.VOTING_CLOSED, Map.of("closesAt", vote.closesAt()));
            }
            return;
        }
        progress.blocked().ifPresent(blocked -> {
            throw new Refused(GovernanceRefusal.PROPOSAL_BLOCKED, Map.of("reason", blocked.code()));
        });
        throw new Refused(GovernanceRefusal.VOTING_NOT_OPEN, Map.of("opensAt", opensAt));
    }

    /** Whether the person may vote, or could if the vote opened now. */
    boolean mayVote(Proposal proposal, UUID person) {
        List<RosterPart> parts = proposals.parts(proposal.id());
        return bodies.isMember(proposal.body(), person) && (parts.isEmpty() || rosters.includes(parts, person));
    }
}
