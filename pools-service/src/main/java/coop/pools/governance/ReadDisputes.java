package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads disputes, every step with its date, and who the ombuds are. That there is one is public; words are for members. */
public final class ReadDisputes {
    private final CaseDesk desk;
    private final ReadProposals read;
    private final Disputes disputes;
    private final Bodies bodies;

    public ReadDisputes(CaseDesk desk, ReadProposals read, Disputes disputes, Bodies bodies) {
        this.desk = desk;
        this.read = read;
        this.disputes = disputes;
        this.bodies = bodies;
    }

    /** Refused with NOT_FOUND where there is no such proposal. */
    public Case of(Caller caller, UUID id) {
        Proposal proposal = desk.proposals().find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Instant now = desk.clock().instant();
        Optional<UUID> person = caller.reader().filter(p -> bodies.isMember(proposal.body(), p));
        Optional<Dispute> dispute = desk.store().find(id);
        boolean appeal = person.filter(p -> Electors.isConcerned(proposal, p)).isPresent();
        boolean fresh = dispute.isEmpty()
                && read.one(id).state() == ProposalState.COOLING_OFF
                && (appeal || Disputes.pays(proposal));
        List<Dispute.Concern> concerns = person.isPresent() ? desk.store().concerns(id) : List.of();
        boolean said = concerns.stream().anyMatch(one -> caller.is(one.raisedBy()));
        boolean canRaise = person.isPresent()
                && !said
                && (fresh || dispute.filter(d -> d.isOpen(now)).isPresent());
        List<UUID> ombuds = dispute.filter(d -> d.isOpen(now)).isPresent() ? disputes.ombuds(proposal) : List.of();
        boolean canAnswer = person.isPresent()
                && !ombuds.isEmpty()
                && (ombuds.get(0).equals(person.get())
                        || ombuds.contains(person.get())
                                && !now.isBefore(dispute.orElseThrow().halfTime()));
        return new Case(dispute, dispute.map(d -> d.state(now)).orElse(""), concerns, canRaise, canAnswer, appeal);
    }

    /** The ombuds of a Pool, in the order in which they stand in for each other. */
    public List<Dispute.OmbudTerm> ombuds(BodyRef pool) {
        return desk.store().ombuds(pool.id(), desk.clock().instant());
    }

    /**
     * A dispute as somebody may see it.
     *
     * @param state open, lapsed, or the answer; empty where there is none
     * @param concerns for members
     * @param appeal whether what the reader can raise is an appeal
     */
    public record Case(
            Optional<Dispute> dispute,
            String state,
            List<Dispute.Concern> concerns,
            boolean canRaise,
            boolean canAnswer,
            boolean appeal) {}
}
