package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.Optional;
import java.util.UUID;

/** Reads what one person may do about a proposal and has done. Refuses with {@link CommonRefusal#NOT_FOUND}. */
public final class ReadStanding {
    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final Electors electors;

    public ReadStanding(ProposalStore proposals, BallotStore ballots, Electors electors) {
        this.proposals = proposals;
        this.ballots = ballots;
        this.electors = electors;
    }

    public Standing of(Caller caller, UUID id) {
        Proposal proposal = proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return caller.reader()
                .map(person -> new Standing(
                        electors.isMember(proposal, person),
                        electors.mayVote(proposal, person),
                        ballots.latest(id, person).filter(b -> b.choice().isPresent()),
                        electors.gains(proposal, person) && !electors.allGain(proposal, person)))
                .orElse(new Standing(false, false, Optional.empty(), false));
    }

    /**
     * One person's part in a proposal; a guest has none.
     *
     * @param elector whether the person may vote, or could if the vote opened now
     * @param ballot the person's ballot that counts
     * @param gains whether the records say that the person would gain from it, and not everybody would
     */
    public record Standing(boolean member, boolean elector, Optional<Ballot> ballot, boolean gains) {}
}
