package coop.pools.governance;

import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Certainty;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes votes: counts the ballots by the frozen rule and stores the outcome. Only use cases of governance call it, in
 * their transaction, holding the proposal's lock.
 */
public final class Closing {
    private static final int MOST_LOOKED_AT = 1_000;

    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final CountVotes count;
    private final Bodies bodies;
    /**
     * How few must be left before the result of a vote with options can be certain, as far as it is known on this node:
     * so that its ballots are not added up each time one comes.
     */
    private final Map<UUID, Long> lookAt = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST_LOOKED_AT;
        }
    });

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
        return Certainty.isPossible(proposal.paper(), vote.rule())
                && ballots.counter(proposal.id())
                        .filter(cast -> isCertain(proposal, vote, cast))
                        .filter(cast -> close(proposal, now))
                        .isPresent();
    }

    private boolean isCertain(Proposal proposal, Vote vote, BallotCount cast) {
        Electorate electorate = Electorate.of(vote);
        if (!proposal.paper().method().hasOptions()) {
            return Certainty.isReached(electorate, cast, proposal.paper(), vote.rule());
        }
        long left = electorate.people() - cast.cast();
        if (left > lookAt.getOrDefault(proposal.id(), left)) {
            return false;
        }
        long missing = Certainty.missing(electorate, ballots.marked(proposal.id()), proposal.paper(), vote.rule());
        lookAt.put(proposal.id(), left - missing);
        return missing == 0;
    }
}
