package coop.pools.governance;

import coop.pools.governance.domain.Proposal;
import java.util.UUID;

/**
 * Who reads what is said about a proposal: the members of its body. Once the body has ended and has none any more, those
 * who could vote on it when its vote opened.
 */
public final class Audience {
    private final Bodies bodies;
    private final ProposalStore proposals;
    private final Rosters rosters;

    public Audience(Bodies bodies, ProposalStore proposals, Rosters rosters) {
        this.bodies = bodies;
        this.proposals = proposals;
        this.rosters = rosters;
    }

    boolean includes(Proposal proposal, UUID person) {
        return bodies.isMember(proposal.body(), person)
                || bodies.isOver(proposal.body()) && rosters.includes(proposals.partsAtOpening(proposal.id()), person);
    }
}
