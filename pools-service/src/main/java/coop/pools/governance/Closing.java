package coop.pools.governance;

import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Certainty;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
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
    private final Looks looks = new Looks();

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

    /** Closes a vote that is due; one before its time only if its result is still certain. False when it stays open. */
    boolean closeDue(Proposal proposal, Instant now) {
        Vote vote = proposal.progress().vote().orElseThrow();
        if (now.isBefore(vote.closesAt()) && !isStillCertain(proposal, vote)) {
            proposals.closeFrom(proposal.id(), vote.closesAt());
            return false;
        }
        return close(proposal, now);
    }

    private boolean isStillCertain(Proposal proposal, Vote vote) {
        return Certainty.isPossible(proposal.paper(), vote.rule())
                && (proposal.paper().method().hasOptions()
                        ? missing(proposal, vote) == 0
                        : ballots.counter(proposal.id())
                                .filter(cast -> isReached(proposal, vote, cast))
                                .isPresent());
    }

    /**
     * Closes ahead of time when no ballot that is still out could change the result; whether it did. A vote with options
     * is only made due: ballots wait for each other here, and its papers are counted one by one.
     */
    boolean closeIfCertain(Proposal proposal, Instant now) {
        Vote vote = proposal.progress().vote().orElseThrow();
        if (!Certainty.isPossible(proposal.paper(), vote.rule())) {
            return false;
        }
        BallotCount cast = ballots.counter(proposal.id()).orElseThrow();
        if (!proposal.paper().method().hasOptions()) {
            return isReached(proposal, vote, cast) && close(proposal, now);
        }
        long left = vote.electorate() - cast.cast();
        if (looks.isDue(proposal.id(), left)) {
            long missing = missing(proposal, vote);
            looks.looked(proposal.id(), vote.electorate(), left, missing);
            if (missing == 0) {
                proposals.closeFrom(proposal.id(), now);
            }
        }
        return false;
    }

    private static boolean isReached(Proposal proposal, Vote vote, BallotCount cast) {
        return Certainty.isReached(Electorate.of(vote), cast, proposal.paper(), vote.rule());
    }

    private long missing(Proposal proposal, Vote vote) {
        return Certainty.missing(Electorate.of(vote), ballots.marked(proposal.id()), proposal.paper(), vote.rule());
    }
}
