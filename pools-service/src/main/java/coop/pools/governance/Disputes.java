package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Settles disputes: who may answer, and what each answer does. Only use cases of governance call it, in their
 * transaction, holding the proposal's lock.
 */
public final class Disputes {
    private final CaseDesk desk;
    private final DueDecisions decisions;
    private final Announcing announcing;
    private final Bodies bodies;
    private final CaseWords words;

    public Disputes(CaseDesk desk, DueDecisions decisions, Announcing announcing, Bodies bodies, Notices notices) {
        this.desk = desk;
        this.decisions = decisions;
        this.announcing = announcing;
        this.bodies = bodies;
        this.words = new CaseWords(notices);
    }

    /** Whether it lets money go. */
    static boolean pays(Proposal proposal) {
        return proposal.actions().stream()
                .anyMatch(action -> action instanceof Action.Pay
                        || action instanceof Action.FundFlood
                        || action instanceof Action.Pledge);
    }

    /** Ombuds who are no party to it, the one in charge first; may be empty. */
    List<UUID> ombuds(Proposal proposal) {
        Set<UUID> parties = parties(proposal);
        return desk.store().ombuds(proposal.body().id(), desk.clock().instant()).stream()
                .map(Dispute.OmbudTerm::person)
                .distinct()
                .filter(person -> !parties.contains(person) && bodies.isMember(proposal.body(), person))
                .toList();
    }

    private Set<UUID> parties(Proposal proposal) {
        Set<UUID> parties = new HashSet<>(List.of(proposal.author()));
        proposal.actions().forEach(action -> parties.addAll(bodies.parties(proposal.body(), action)));
        desk.store().concerns(proposal.id()).forEach(concern -> parties.add(concern.raisedBy()));
        return parties;
    }

    /** Lets it go on at its time. */
    void release(Proposal proposal, Dispute dispute, UUID by, String why) {
        write(
                proposal,
                dispute.answered(
                        Dispute.Answer.RELEASE, Optional.of(by), desk.clock().instant(), why, Optional.empty()));
        decisions.postpone(proposal.id(), desk.clock().instant());
    }

    /** Repeats the vote: what was decided is void, and the same is put to the members again. */
    void repeat(Proposal proposal, Dispute dispute, Dispute.Answer answer, Optional<UUID> by, String why, UUID id) {
        Instant now = desk.clock().instant();
        if (desk.store().isRepetition(proposal.id())) {
            throw new Refused(GovernanceRefusal.REPEATED_ALREADY);
        }
        String text = "The members vote on this again. Why, members read with [the first vote](/proposals/"
                + proposal.id() + ").\n\n---\n\n" + proposal.text();
        Draft again = new Draft(
                proposal.body(),
                cut("Again: " + proposal.title(), 120),
                cut(text, 20_000),
                proposal.action(),
                proposal.paper(),
                Optional.empty());
        boolean blocked = decisions.markBlocked(
                proposal.id(), new Refused(GovernanceRefusal.VOTED_ANEW, Map.of("proposal", id)), now);
        if (!blocked) {
            throw new Refused(GovernanceRefusal.NOT_IN_THIS_STATE, Map.of("move", "rerun"));
        }
        announce(proposal.author(), id, again, now);
        write(proposal, dispute.answered(answer, by, now, why, Optional.of(id)));
    }

    /** Puts to the members whether to stop it; it waits for their vote. */
    void refer(Proposal proposal, Dispute dispute, Optional<UUID> by, String why, UUID id) {
        Instant now = desk.clock().instant();
        // A text is public, and what members say of concerns is for members.
        String text = "Somebody has raised a concern about [this payment](/proposals/" + proposal.id()
                + "), where members read why. If this passes, the payment is not made.";
        Draft stop = new Draft(
                proposal.body(),
                cut("Stop: " + proposal.title(), 120),
                text,
                new Action.StopDecision(proposal.id()),
                Optional.empty());
        UUID author =
                by.orElseGet(() -> desk.store().concerns(proposal.id()).get(0).raisedBy());
        announce(author, id, stop, now);
        write(proposal, dispute.answered(Dispute.Answer.REFER, by, now, why, Optional.of(id)));
    }

    private void announce(UUID author, UUID id, Draft draft, Instant now) {
        announcing.putToMembers(author, id, draft, now).orElseThrow(() -> new Refused(GovernanceRefusal.ID_TAKEN));
    }

    private void write(Proposal proposal, Dispute answered) {
        if (desk.store().answer(answered) == 0) {
            throw new Refused(GovernanceRefusal.CONCERN_SETTLED);
        }
        words.answered(
                proposal,
                answered,
                desk.store().concerns(proposal.id()).stream()
                        .map(Dispute.Concern::raisedBy)
                        .toList());
    }

    /** Leaves word for the ombuds who can answer, and for the author. */
    void tell(Proposal proposal, Dispute opened, Dispute.Concern concern, List<UUID> ombuds) {
        words.opened(proposal, opened, concern, ombuds);
    }

    Dispute open(UUID proposal) {
        Dispute dispute = desk.store().find(proposal).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!dispute.isOpen(desk.clock().instant())) {
            throw new Refused(GovernanceRefusal.CONCERN_SETTLED);
        }
        return dispute;
    }

    /** At most so many characters; never half of a pair. */
    private static String cut(String text, int most) {
        int end = text.codePointCount(0, text.length()) <= most ? text.length() : text.offsetByCodePoints(0, most);
        return text.substring(0, end);
    }
}
