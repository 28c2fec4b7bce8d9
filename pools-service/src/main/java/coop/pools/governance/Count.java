package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Counted;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import java.util.List;
import java.util.Optional;

/**
 * How a proposal was counted, so that anybody can count again.
 *
 * @param rule the frozen one; before the opening, the one in force
 * @param electorate the frozen rosters in the order of Pool ids; empty before the opening
 * @param seats for whom each Pool's people are counted, where the members of a Flood must agree too
 * @param result the outcome, or what it would be if the vote closed now; empty before the opening
 * @param ballots the ballots that count, in the order of person ids; reasons are blank for those who are not members
 * @param delegations who votes for whom, and whose ballot counts; at most 1,000
 * @param hidden why the reader sees neither result nor ballots yet: after-voting or after-close; otherwise empty
 */
public record Count(
        ProposalView proposal,
        VotingRule rule,
        List<RosterPart> electorate,
        List<Seat> seats,
        Optional<Outcome> result,
        Listing<Ballot> ballots,
        List<Counted.Carried> delegations,
        String hidden) {
    /** The number of people in the electorate; zero before the opening. */
    public long people() {
        return proposal.vote().map(Vote::electorate).orElse(0L);
    }
}
