package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Step;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Passed proposals whose cooling-off time is over, for {@code enactment} to carry out. Take, carry out and mark happen
 * in one transaction of the caller's; a refusal is marked in another one.
 */
public final class DueDecisions {
    /** More wait at a time in no body: a member has fifty on their way, and most of them are no payments. */
    private static final int MOST_PASSED = 200;

    private final ProposalStore proposals;
    private final Holds holds;

    public DueDecisions(ProposalStore proposals, Holds holds) {
        this.proposals = proposals;
        this.holds = holds;
    }

    /** The longest waiting first, at most {@code limit}; each is still to be taken. */
    public List<UUID> due(Instant now, int limit) {
        return proposals.due(Step.ENACT, now, limit);
    }

    /**
     * Holds the decision until the transaction ends; empty when it is done, not due, held by somebody else, or about a
     * role while an earlier one about roles of that body is still to be carried out: who holds a role, and who comes
     * first, is by the order of the decisions and not of the nodes.
     */
    public Optional<Proposal> take(UUID id, Instant now) {
        return proposals.lockDue(id, Step.ENACT, now).filter(taken -> !isAboutRoles(taken) || isFirst(taken));
    }

    private boolean isFirst(Proposal taken) {
        return proposals.passed(taken.body(), MOST_PASSED).stream()
                .filter(DueDecisions::isAboutRoles)
                .findFirst()
                .filter(first -> !first.id().equals(taken.id()))
                .isEmpty();
    }

    private static boolean isAboutRoles(Proposal decided) {
        return decided.decided().stream()
                .anyMatch(action -> action instanceof Action.NameOmbud
                        || action instanceof Action.EndOmbud
                        || action instanceof Action.NameSteward
                        || action instanceof Action.EndSteward);
    }

    /** When to look again at a decision that a concern holds up; empty when none does. */
    public Optional<Instant> heldUntil(UUID id, Instant now) {
        return holds.until(id, now);
    }

    /** Marks a decision as carried out; false when it was enacted or blocked before. */
    public boolean markEnacted(UUID id, Instant now) {
        return proposals.enact(id, now);
    }

    /** Leaves a decision for later; false when it was enacted or blocked before. */
    public boolean postpone(UUID id, Instant until) {
        return proposals.postpone(id, until);
    }

    /** Marks a decision as blocked for all to see; false when it was enacted or blocked before. */
    public boolean markBlocked(UUID id, Refused reason, Instant now) {
        return proposals.block(id, Step.ENACT, Blocked.of(reason, now));
    }
}
