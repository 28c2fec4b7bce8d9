package coop.pools.governance;

import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ombud in charge answers concerns about a payment: it goes on, its vote is repeated for a cause, or the members
 * decide whether to stop it. In the second half of the pause deputies may answer too. This is all that ombuds can do.
 *
 * <p>Refuses with {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#OMBUD_ONLY},
 * {@link GovernanceRefusal#CONCERN_SETTLED}, {@link GovernanceRefusal#REPEATED_ALREADY} and
 * {@link GovernanceRefusal#TEXT_LENGTH}.
 */
public final class AnswerConcern {
    private final CaseDesk desk;
    private final Disputes disputes;

    public AnswerConcern(CaseDesk desk, Disputes disputes) {
        this.desk = desk;
        this.disputes = disputes;
    }

    /** @param cause at most 2,000 characters; at least 10 for a repetition */
    public void answer(Caller caller, UUID id, Dispute.Answer answer, String cause) {
        UUID person = caller.require(Scope.VOTE);
        String words = Wording.lines("cause", cause, answer == Dispute.Answer.RERUN ? 10 : 0, 2_000);
        desk.transactions().inTransaction(() -> {
            Proposal proposal = desk.proposals().lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            Dispute dispute = disputes.open(id);
            requireInCharge(proposal, dispute, person);
            UUID next = IdSource.derivedId("dispute-vote", id.toString());
            switch (answer) {
                case RELEASE -> disputes.release(proposal, dispute, person, words);
                case RERUN -> disputes.repeat(proposal, dispute, answer, Optional.of(person), words, next);
                case REFER -> disputes.refer(proposal, dispute, Optional.of(person), words, next);
                case APPEAL -> throw new Refused(GovernanceRefusal.OMBUD_ONLY);
            }
        });
    }

    private void requireInCharge(Proposal proposal, Dispute dispute, UUID person) {
        List<UUID> ombuds = disputes.ombuds(proposal);
        Instant now = desk.clock().instant();
        boolean first = !ombuds.isEmpty() && ombuds.get(0).equals(person);
        boolean deputy = ombuds.contains(person) && !now.isBefore(dispute.halfTime());
        if (!first && !deputy) {
            throw new Refused(GovernanceRefusal.OMBUD_ONLY);
        }
    }
}
