package coop.pools.governance;

import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.FirstVote;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Vote;
import java.util.Map;
import java.util.Optional;

/** Knows of votes on entrenched rules, which take two, which is the first and when the second can follow. */
public final class TwoVotes {
    private final ChangeRules changes;

    public TwoVotes(ChangeRules changes) {
        this.changes = changes;
    }

    /**
     * What a passed vote has begun, or will begin when its time to reconsider is over, where it is the first of two; empty
     * for all others.
     */
    Optional<FirstVote> of(Proposal proposal, ProposalState state, Optional<Outcome> outcome) {
        boolean passed = proposal.paper().method().binds()
                && outcome.filter(Outcome::passed).isPresent();
        Optional<Map<String, Object>> rules = outcome.filter(over -> passed).stream()
                .flatMap(over -> proposal.decidedBy(over).stream())
                .flatMap(action -> rules(action).stream())
                .findFirst();
        return rules.flatMap(wanted -> switch (state) {
            case ENACTED -> changes.begunBy(proposal.id());
            case COOLING_OFF, DECIDED -> changes.wouldBegin(proposal.body().id(), wanted, passed(proposal));
            default -> Optional.empty();
        });
    }

    private static ChangeRules.Passed passed(Proposal proposal) {
        Optional<Vote> vote = proposal.progress().vote();
        // It may be over and not closed yet.
        return new ChangeRules.Passed(
                proposal.id(),
                vote.map(Vote::openedAt).orElse(proposal.opensAt()),
                proposal.progress()
                        .closedAt()
                        .or(() -> vote.map(Vote::closesAt))
                        .orElse(proposal.opensAt()));
    }

    /** Whether what is not decided yet would be the first of two if it passed, and change nothing by itself. */
    boolean wouldBeFirst(Proposal proposal, ProposalState state) {
        boolean undecided = state == ProposalState.DISCUSSION || state == ProposalState.VOTING;
        return undecided
                && proposal.paper().method().binds()
                && rules(proposal.action())
                        .flatMap(wanted -> changes.wouldBegin(proposal.body().id(), wanted, passed(proposal)))
                        .isPresent();
    }

    static Optional<Map<String, Object>> rules(Action action) {
        if (action instanceof Action.ChangeRules change) {
            return Optional.of(change.rules());
        }
        return action instanceof Action.FloodAction.ChangeCompact change
                ? Optional.of(change.rules())
                : Optional.empty();
    }
}
