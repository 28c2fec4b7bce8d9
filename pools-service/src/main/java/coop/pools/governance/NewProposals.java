package coop.pools.governance;

import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.FirstVote;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Refused;
import java.util.Map;
import java.util.Optional;

/** Where new proposals come in, second votes on entrenched rules one at a time. */
public final class NewProposals {
    private final ProposalStore proposals;
    private final ChangeRules changes;

    public NewProposals(ProposalStore proposals, ChangeRules changes) {
        this.proposals = proposals;
        this.changes = changes;
    }

    /** False when the id is in use. */
    boolean insert(Proposal proposal) {
        requireOnlySecondVote(proposal);
        return proposals.insert(proposal);
    }

    /**
     * Refuses with {@link GovernanceRefusal#SECOND_VOTE_PROPOSED} what would be a second vote beside another one on the same
     * first vote. Of two at once the later one waits until the other is there to be found.
     */
    void requireOnlySecondVote(Proposal proposal) {
        for (Action action : proposal.actions()) {
            secondOf(proposal, action).ifPresent(first -> requireOnly(proposal, first));
        }
    }

    private void requireOnly(Proposal proposal, FirstVote first) {
        proposals.running(proposal.body(), Listing.MOST).stream()
                .filter(other -> !other.id().equals(proposal.id()))
                .filter(other -> other.actions().stream().anyMatch(action -> isSecond(other, action, first)))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused(
                            GovernanceRefusal.SECOND_VOTE_PROPOSED,
                            Map.of("title", other.title(), "proposal", other.id()));
                });
    }

    private boolean isSecond(Proposal other, Action action, FirstVote first) {
        return secondOf(other, action)
                .filter(one -> one.proposalId().equals(first.proposalId()))
                .isPresent();
    }

    private Optional<FirstVote> secondOf(Proposal proposal, Action action) {
        return proposal.paper().method().binds()
                ? TwoVotes.rules(action)
                        .flatMap(rules -> changes.holdFirst(proposal.body().id(), rules, proposal.opensAt()))
                : Optional.empty();
    }
}
