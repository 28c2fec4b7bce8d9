package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
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
    private final Electors electors;
    private final Turns turns;
    private final IdSource ids;

    public BallotBox(ProposalStore proposals, BallotStore ballots, Electors electors, Turns turns, IdSource ids) {
        this.proposals = proposals;
        this.ballots = ballots;
        this.electors = electors;
        this.turns = turns;
        this.ids = ids;
    }

    /** What begins and ends a vote. */
    public record Turns(Opening opening, Closing closing) {}

    /**
     * Refuses, without waiting for anybody, what {@link #put} would refuse: one refusal there makes the others in its
     * shared transaction begin again.
     */
    void refuseEarly(UUID proposalId, UUID person, Optional<NewBallot> ballot, Instant now) {
        Proposal proposal = proposals.find(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        electors.requireMember(proposal, person);
        ballot.ifPresent(cast -> requireFit(proposal, cast));
        if (!isDue(proposal, now)) {
            requireOpen(proposal.opensAt(), proposal.progress(), now);
            electors.requireElector(proposalId, person);
            ballot.ifPresent(cast -> requireFree(proposal, person, cast));
            requireChangeable(proposal, ballots.latest(proposalId, person), ballot);
        }
    }

    /**
     * Adds a revision unless the latest says the same already. An empty one takes the ballot back.
     *
     * @param clock read only after the proposal is locked, so that no ballot is dated before it waited
     */
    Optional<Ballot> put(UUID proposalId, UUID person, Optional<NewBallot> wanted, Clock clock) {
        Proposal proposal = proposals.lock(proposalId).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Instant now = clock.instant();
        electors.requireMember(proposal, person);
        Proposal open = isDue(proposal, now) ? turns.opening().open(proposal, now) : proposal;
        requireOpen(open.opensAt(), open.progress(), now);
        electors.requireElector(proposalId, person);
        boolean gains = wanted.isPresent()
                && wanted.map(cast -> requireFree(open, person, cast)).orElse(false);
        Optional<Ballot> latest = ballots.latest(proposalId, person);
        Optional<Mark> mark = wanted.map(NewBallot::mark);
        String reason = wanted.map(NewBallot::reason).orElse("");
        if (latest.map(ballot -> ballot.says(mark, reason, gains)).orElse(mark.isEmpty())) {
            return latest;
        }
        requireChangeable(open, latest, wanted);
        int revision = latest.map(Ballot::revision).orElse(0) + 1;
        Ballot ballot = new Ballot(person, revision, mark, reason, gains, ids.newSecret(), now);
        ballots.append(proposalId, ballot, latest.flatMap(Ballot::choice));
        turns.closing().closeIfCertain(open, now);
        return Optional.of(ballot);
    }

    private static void requireFit(Proposal proposal, NewBallot cast) {
        if (!proposal.paper().accepts(cast.mark())) {
            throw new Refused(
                    GovernanceRefusal.BALLOT_NOT_VALID,
                    Map.of("method", proposal.paper().method().word()));
        }
        if (cast.reason().isEmpty()
                && proposal.paper().reasons().asks(cast.mark().choice())) {
            throw new Refused(GovernanceRefusal.REASON_NEEDED);
        }
    }

    /** Whether the voter would gain; refused when the bylaws let those only abstain. */
    private boolean requireFree(Proposal proposal, UUID person, NewBallot cast) {
        requireFit(proposal, cast);
        boolean gains = cast.interest() || electors.gains(proposal, person);
        boolean bound = proposal.progress()
                .vote()
                .map(Vote::rule)
                .map(VotingRule::manners)
                .filter(VotingRule.Manners::conflictsAbstain)
                .isPresent();
        if (gains && bound && cast.mark().choice() != Choice.ABSTAIN) {
            throw new Refused(GovernanceRefusal.MUST_ABSTAIN);
        }
        return gains;
    }

    private static void requireChangeable(Proposal proposal, Optional<Ballot> latest, Optional<NewBallot> wanted) {
        boolean change = proposal.progress()
                .vote()
                .map(vote -> vote.rule().manners().change())
                .orElse(true);
        boolean same = latest.isPresent()
                && wanted.map(NewBallot::mark).equals(latest.get().mark())
                && wanted.map(NewBallot::reason).equals(Optional.of(latest.get().reason()));
        if (!change && latest.isPresent() && !same) {
            throw new Refused(GovernanceRefusal.BALLOT_IS_FINAL);
        }
    }

    private static boolean isDue(Proposal proposal, Instant now) {
        return proposal.progress().awaitsOpening() && !now.isBefore(proposal.opensAt());
    }

    private static void requireOpen(Instant opensAt, Progress progress, Instant now) {
        if (progress.withdrawnAt().isPresent()) {
            throw new Refused(GovernanceRefusal.PROPOSAL_WITHDRAWN);
        }
        if (progress.vote().isPresent()) {
            Vote vote = progress.vote().get();
            if (progress.closedAt().isPresent() || !now.isBefore(vote.closesAt())) {
                throw new Refused(
                        GovernanceRefusal.VOTING_CLOSED,
                        Map.of("closesAt", progress.closedAt().orElse(vote.closesAt())));
            }
            return;
        }
        progress.blocked().ifPresent(blocked -> {
            throw new Refused(GovernanceRefusal.PROPOSAL_BLOCKED, Map.of("reason", blocked.code()));
        });
        throw new Refused(GovernanceRefusal.VOTING_NOT_OPEN, Map.of("opensAt", opensAt));
    }
}
