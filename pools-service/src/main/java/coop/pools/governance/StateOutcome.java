package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.OutcomeStatement;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * The author or a steward says in words what came of a proposal after its vote, and when to look back at it. It changes
 * nothing of what was decided. Saying it anew keeps what was said before.
 *
 * <p>Refuses with NOT_FOUND, {@link GovernanceRefusal#OUTCOME_BY_AUTHOR_OR_STEWARD},
 * {@link GovernanceRefusal#NOT_IN_THIS_STATE}, {@link GovernanceRefusal#REVIEW_NOT_AHEAD} and
 * {@link GovernanceRefusal#TEXT_LENGTH}.
 */
public final class StateOutcome {
    private static final Duration FARTHEST = Duration.ofDays(5 * 366);

    private final CaseDesk desk;
    private final OutcomeStore store;
    private final ReadProposals read;
    private final Bodies bodies;
    private final BiPredicate<BodyRef, UUID> stewards;

    /** @param stewards whether somebody is a steward of a body */
    public StateOutcome(
            CaseDesk desk, OutcomeStore store, ReadProposals read, Bodies bodies, BiPredicate<BodyRef, UUID> stewards) {
        this.desk = desk;
        this.store = store;
        this.read = read;
        this.bodies = bodies;
        this.stewards = stewards;
    }

    /** @param text Markdown, 1 to 5,000 characters */
    public OutcomeStatement state(Caller caller, UUID id, String text, Optional<Instant> reviewAt) {
        UUID person = caller.require(Scope.VOTE);
        return desk.transactions().inTransaction(() -> {
            ProposalView view = read.one(id);
            Instant now = desk.clock().instant();
            if (!mayState(view.proposal(), person)) {
                throw new Refused(GovernanceRefusal.OUTCOME_BY_AUTHOR_OR_STEWARD);
            }
            if (!Move.STATE_OUTCOME.isAllowedIn(view.state())) {
                throw new Refused(GovernanceRefusal.NOT_IN_THIS_STATE, Map.of("move", Move.STATE_OUTCOME.word()));
            }
            boolean ahead = reviewAt.map(at -> at.isAfter(now) && at.isBefore(now.plus(FARTHEST)))
                    .orElse(true);
            if (!ahead) {
                throw new Refused(GovernanceRefusal.REVIEW_NOT_AHEAD);
            }
            String words = Wording.lines("text", text, 1, 5_000);
            int version = store.latest(id).map(OutcomeStatement::version).orElse(0) + 1;
            OutcomeStatement statement = new OutcomeStatement(id, version, person, words, now, reviewAt);
            if (store.insert(statement) == 0) {
                throw new Refused(GovernanceRefusal.ID_TAKEN);
            }
            return statement;
        });
    }

    /** Whether the person may say what came of it. */
    public boolean mayState(Proposal proposal, UUID person) {
        return bodies.isMember(proposal.body(), person)
                && (proposal.author().equals(person) || stewards.test(proposal.body(), person));
    }

    /** What was said last. */
    public Optional<OutcomeStatement> said(UUID proposal) {
        return store.latest(proposal);
    }
}
