package coop.pools.governance;

import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Vote;
import java.time.Instant;
import java.util.Optional;

/**
 * Closes votes: counts the ballots by the frozen rule and stores the outcome. Only use cases of governance call it, in
 * their transaction, holding the proposal's lock.
 */
public final class Closing {
    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final CountVotes count;
    private final Bodies bodies;

    public Closing(ProposalStore proposals, BallotStore ballots, CountVotes count, Bodies bodies) {
        this.proposals = proposals;
        this.ballots = ballots;
        this.count = count;
        this.bodies = bodies;
    }

    /** False when it was closed before. */
    boolean close(Proposal proposal, Instant now) {
        Vote vote = proposal.progress().vote().orElseThrow();
        if (vote.rule().manners().delegates()) {
            // Who gives or ends a delegation holds the rosters: whatever came before the close is to be seen here.
            bodies.freezeRosters(proposal.body());
        }
        Outcome outcome = count.atClose(proposal, now);
        boolean happens = outcome.passed() && proposal.paper().method().binds();
        return proposals.close(
                proposal.id(), now, outcome, happens ? Optional.of(vote.enactsAfter(now)) : Optional.empty());
    }

    /** Closes ahead of time when no ballot that is still out could change the result; whether it did. */
    boolean closeIfCertain(Proposal proposal, Instant now) {
        Vote vote = proposal.progress().vote().orElseThrow();
        return !vote.rule().manners().change()
                && ballots.counter(proposal.id())
                        .filter(cast -> Tally.isCertain(Electorate.of(vote), cast, proposal.paper(), vote.rule()))
                        .filter(cast -> close(proposal, now))
                        .isPresent();
    }
}
