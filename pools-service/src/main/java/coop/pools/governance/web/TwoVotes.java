package coop.pools.governance.web;

import coop.pools.bylaws.ChangeRules;
import coop.pools.bylaws.FirstVote;
import coop.pools.governance.ProposalView;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.platform.web.InstantText;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Says of votes on entrenched rules, which take two, whether they are the first and when the second can follow. */
final class TwoVotes {
    private final ChangeRules changes;

    TwoVotes(ChangeRules changes) {
        this.changes = changes;
    }

    /** What a proposal began, where it was the first of two votes. */
    Optional<FirstVote> begunBy(UUID proposal) {
        return changes.begunBy(proposal);
    }

    /** What it began, or will begin. */
    Optional<FirstVote> of(ProposalView view) {
        return begunBy(view.proposal().id()).or(() -> willBegin(view));
    }

    /** What it will begin when its time to reconsider is over, where it is the first of two votes. */
    Optional<FirstVote> willBegin(ProposalView view) {
        Proposal proposal = view.proposal();
        boolean due = view.state() == ProposalState.COOLING_OFF || view.state() == ProposalState.DECIDED;
        return proposal.decided().stream()
                .filter(action -> due)
                .flatMap(action -> rules(action).stream())
                .flatMap(rules -> changes
                        .wouldBegin(
                                proposal.body().id(),
                                rules,
                                new ChangeRules.Passed(
                                        proposal.id(),
                                        proposal.progress().vote().orElseThrow().openedAt(),
                                        proposal.progress().closedAt().orElseThrow()))
                        .stream())
                .findFirst();
    }

    private static Optional<Map<String, Object>> rules(Action action) {
        if (action instanceof Action.ChangeRules change) {
            return Optional.of(change.rules());
        }
        return action instanceof Action.FloodAction.ChangeCompact change
                ? Optional.of(change.rules())
                : Optional.empty();
    }

    /** When the second of two votes can be proposed; empty where none is to come. */
    String secondVote(ProposalView view) {
        return of(view).filter(first -> first.second().isEmpty())
                .map(first -> InstantText.of(first.secondFrom()) + " until " + InstantText.of(first.secondUntil()))
                .orElse("");
    }
}
