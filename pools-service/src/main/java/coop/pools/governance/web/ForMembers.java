package coop.pools.governance.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;

/** What of a proposal is for members: what is said of people who want to come in, or are to be put out. */
final class ForMembers {
    private ForMembers() {}

    /** The text, or nothing for those who may not know it; whoever wrote it may. */
    static String text(Bodies bodies, Caller caller, Proposal proposal, String text) {
        boolean shown = !proposal.isAboutAPerson()
                || caller.reader()
                        .filter(person -> proposal.author().equals(person) || bodies.isMember(proposal.body(), person))
                        .isPresent();
        return shown ? text : "";
    }
}
