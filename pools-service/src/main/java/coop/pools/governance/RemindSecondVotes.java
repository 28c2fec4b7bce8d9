package coop.pools.governance;

import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.FirstVoteStore;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import java.util.List;
import java.util.Map;

/** Tells the author of the first of two votes, once, that the second one can be proposed: without it nothing changes. */
public final class RemindSecondVotes implements DueWork {
    private final CaseDesk desk;
    private final FirstVoteStore firsts;
    private final Bodies bodies;
    private final Notices notices;

    public RemindSecondVotes(CaseDesk desk, FirstVoteStore firsts, Bodies bodies, Notices notices) {
        this.desk = desk;
        this.firsts = firsts;
        this.bodies = bodies;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "remind-second-votes";
    }

    @Override
    public int run(int atMost) {
        List<FirstVote> due = firsts.due(desk.clock().instant(), atMost);
        due.forEach(first -> desk.transactions().inTransaction(() -> remind(first)));
        return due.size();
    }

    private void remind(FirstVote first) {
        if (firsts.markTold(first.proposalId(), desk.clock().instant()) == 0) {
            return;
        }
        Proposal proposal = desk.proposals().find(first.proposalId()).orElseThrow();
        if (bodies.isMember(proposal.body(), proposal.author())) {
            notices.tell(
                    IdSource.derivedId("second-vote", proposal.id().toString()),
                    proposal.author(),
                    new Notices.Notice(
                            "SECOND_VOTE_POSSIBLE",
                            Map.of("title", proposal.title(), "body", proposal.body(), "until", first.secondUntil()),
                            "/proposals/" + proposal.id() + "/second"));
        }
    }
}
