package coop.pools.governance;

import coop.pools.bylaws.FirstVote;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Vote;
import java.time.Instant;
import java.util.Optional;

/**
 * A proposal as it stands at one moment.
 *
 * @param outcome once the closing time has passed, whether or not it has been stored yet
 * @param first where it has passed as the first of two votes: what it has begun, or will begin, and changes nothing by
 * @param wouldBeFirst where it is not decided yet: whether it would be the first of two votes if it passed
 */
public record ProposalView(
        Proposal proposal,
        ProposalState state,
        Optional<Outcome> outcome,
        Optional<FirstVote> first,
        boolean wouldBeFirst) {
    /** Of no vote that is the first of two. */
    public ProposalView(Proposal proposal, ProposalState state, Optional<Outcome> outcome) {
        this(proposal, state, outcome, Optional.empty(), false);
    }

    /** The same while the second vote can still come. */
    public Optional<FirstVote> unfollowed() {
        return first.filter(begun -> begun.second().isEmpty());
    }

    /** Empty before the vote opens. */
    public Optional<Vote> vote() {
        return proposal.progress().vote();
    }

    /** When its vote ends or has ended; empty before it opens. */
    public Optional<Instant> endsAt() {
        return vote().map(vote ->
                proposal.progress().closedAt().filter(vote.closesAt()::isAfter).orElse(vote.closesAt()));
    }

    /** Whether its vote was closed before its time, as no ballot that was out could change the result. */
    public boolean closedEarly() {
        return !endsAt().equals(vote().map(Vote::closesAt));
    }

    /** When it will be carried out, or was due to be; empty unless it passed. */
    public Optional<Instant> enactsAt() {
        return outcome.filter(Outcome::passed)
                .filter(passed -> proposal.paper().method().binds())
                .flatMap(passed -> vote())
                .map(vote -> vote.enactsAfter(proposal.progress().closedAt().orElse(vote.closesAt())));
    }
}
