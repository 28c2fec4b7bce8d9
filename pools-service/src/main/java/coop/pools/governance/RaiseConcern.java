package coop.pools.governance;

import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member raises a concern about a payment that has passed and is not carried out yet: it pauses for a bounded time
 * until an ombud answers. Where no ombud could, the members are asked at once. Whoever is to be put out appeals in the
 * same way: then the members vote a second time. Each payment pauses once; later concerns join the case.
 *
 * <p>Refuses with {@link CommonRefusal#NOT_FOUND}, {@link GovernanceRefusal#MEMBERS_ONLY},
 * {@link GovernanceRefusal#NOT_IN_THIS_STATE}, {@link GovernanceRefusal#CONCERN_NOT_ABOUT_MONEY},
 * {@link GovernanceRefusal#CONCERN_SETTLED}, {@link GovernanceRefusal#REPEATED_ALREADY} and
 * {@link GovernanceRefusal#TEXT_LENGTH}.
 */
public final class RaiseConcern {
    private final CaseDesk desk;
    private final ReadProposals read;
    private final Disputes disputes;
    private final Bodies bodies;

    public RaiseConcern(CaseDesk desk, ReadProposals read, Disputes disputes, Bodies bodies) {
        this.desk = desk;
        this.read = read;
        this.disputes = disputes;
        this.bodies = bodies;
    }

    /** @param reason plain words, 10 to 2,000 characters */
    public void raise(Caller caller, UUID id, String reason) {
        UUID person = caller.require(Scope.VOTE);
        String words = Wording.lines("reason", reason, 10, 2_000);
        desk.transactions().inTransaction(() -> {
            Proposal proposal = desk.proposals().lock(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            if (!bodies.isMember(proposal.body(), person)) {
                throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
            }
            boolean appeal = Electors.isConcerned(proposal, person);
            if (!appeal && !Disputes.pays(proposal)) {
                throw new Refused(GovernanceRefusal.CONCERN_NOT_ABOUT_MONEY);
            }
            Instant now = desk.clock().instant();
            Optional<Dispute> present = desk.store().find(id);
            if (present.isPresent()) {
                join(present.get(), new Dispute.Concern(id, person, words, now));
                return;
            }
            if (!Move.RAISE_CONCERN.isAllowedIn(read.one(id).state())) {
                throw new Refused(GovernanceRefusal.NOT_IN_THIS_STATE, Map.of("move", Move.RAISE_CONCERN.word()));
            }
            open(proposal, new Dispute.Concern(id, person, words, now), appeal);
        });
    }

    private void join(Dispute dispute, Dispute.Concern concern) {
        boolean mine = desk.store().concerns(dispute.proposal()).stream()
                .anyMatch(other -> other.raisedBy().equals(concern.raisedBy()));
        if (mine) {
            return;
        }
        if (!dispute.isOpen(concern.raisedAt())) {
            throw new Refused(GovernanceRefusal.CONCERN_SETTLED);
        }
        desk.store().raise(concern);
    }

    private void open(Proposal proposal, Dispute.Concern concern, boolean appeal) {
        Instant now = concern.raisedAt();
        Duration pause = bodies.disputes(proposal.body()).pause();
        Dispute dispute = Dispute.opened(proposal.id(), now, now.plus(pause));
        desk.store().open(dispute);
        desk.store().raise(concern);
        UUID next = IdSource.derivedId("dispute-vote", proposal.id().toString());
        if (appeal) {
            disputes.repeat(proposal, dispute, Dispute.Answer.APPEAL, Optional.empty(), concern.reason(), next);
            return;
        }
        List<UUID> ombuds = disputes.ombuds(proposal);
        if (ombuds.isEmpty()) {
            disputes.refer(proposal, dispute, Optional.empty(), "", next);
        } else {
            disputes.tell(proposal, dispute, concern, ombuds);
        }
    }
}
