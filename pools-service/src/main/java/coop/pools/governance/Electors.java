package coop.pools.governance;

import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.Refused;
import java.util.List;
import java.util.UUID;

/** Who may vote on a proposal: members of its body who were so when its vote opened. */
public final class Electors {
    private final ProposalStore proposals;
    private final Bodies bodies;
    private final Rosters rosters;

    public Electors(ProposalStore proposals, Bodies bodies, Rosters rosters) {
        this.proposals = proposals;
        this.bodies = bodies;
        this.rosters = rosters;
    }

    void requireMember(Proposal proposal, UUID person) {
        if (!bodies.isMember(proposal.body(), person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        if (isConcerned(proposal, person)) {
            throw new Refused(GovernanceRefusal.CONCERNED_DO_NOT_VOTE);
        }
    }

    void requireElector(UUID proposal, UUID person) {
        if (!rosters.includes(proposals.parts(proposal), person)) {
            throw new Refused(GovernanceRefusal.NOT_IN_ELECTORATE);
        }
    }

    /** Whether the person may vote, or could if the vote opened now. */
    boolean mayVote(Proposal proposal, UUID person) {
        List<RosterPart> parts = proposals.parts(proposal.id());
        return bodies.isMember(proposal.body(), person)
                && !isConcerned(proposal, person)
                && (parts.isEmpty() || rosters.includes(parts, person));
    }

    /** Whether it would put this person out. */
    static boolean isConcerned(Proposal proposal, UUID person) {
        return proposal.actions().stream()
                .anyMatch(action -> action.concerned().filter(person::equals).isPresent());
    }

    /** Whether the records say that what may come of the proposal is this person's own affair. */
    boolean gains(Proposal proposal, UUID person) {
        return bodies.gaining(proposal).contains(person);
    }
}
