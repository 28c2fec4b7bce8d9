package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who is a party to an action by its own words: the person it names; and to stopping a decision whoever is a party to
 * that decision. Refuses nothing.
 */
public final class NamedPeople implements ActionCheck {
    private final ProposalStore proposals;
    private final Bodies bodies;

    public NamedPeople(ProposalStore proposals, Bodies bodies) {
        this.proposals = proposals;
        this.bodies = bodies;
    }

    @Override
    public void check(BodyRef body, Action action) {}

    @Override
    public List<UUID> parties(BodyRef body, Action action) {
        List<UUID> parties = new ArrayList<>(action.named().stream().toList());
        if (action instanceof Action.StopDecision stop) {
            proposals.find(stop.proposal()).stream()
                    .flatMap(stopped -> stopped.actions().stream())
                    // Nothing stops a stopping, so this goes one step deep and no farther.
                    .filter(stopped -> !(stopped instanceof Action.StopDecision))
                    .forEach(stopped -> parties.addAll(bodies.parties(body, stopped)));
        }
        return parties;
    }
}
