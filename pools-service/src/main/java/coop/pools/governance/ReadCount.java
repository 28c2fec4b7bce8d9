package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads how a vote was counted. Choices are public, by the pseudonymous ids of the people; what members wrote beside
 * them is for members. Refuses with {@link CommonRefusal#NOT_FOUND}.
 */
public final class ReadCount {
    private final ReadProposals reader;
    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final Bodies bodies;

    public ReadCount(ReadProposals reader, ProposalStore proposals, BallotStore ballots, Bodies bodies) {
        this.reader = reader;
        this.proposals = proposals;
        this.ballots = ballots;
        this.bodies = bodies;
    }

    /**
     * The count with one page of ballots.
     *
     * @param after the last person of the page before
     * @param limit at most 200
     */
    public Count of(Caller caller, UUID id, Optional<UUID> after, int limit) {
        ProposalView view = reader.one(id);
        Proposal proposal = view.proposal();
        VotingRule rule =
                view.vote().map(Vote::rule).orElseGet(() -> bodies.ruleFor(proposal.body(), proposal.action()));
        Optional<Outcome> result = view.outcome()
                .or(() -> view.vote().map(vote -> Tally.of(vote.electorate(), ballots.count(id), vote.rule())));
        return new Count(view, rule, proposals.parts(id), result, ballots(caller, proposal, after, limit));
    }

    private Listing<Ballot> ballots(Caller caller, Proposal proposal, Optional<UUID> after, int limit) {
        List<Ballot> rows = ballots.counted(proposal.id(), after.orElse(new UUID(0, 0)), Listing.reach(limit));
        Listing<Ballot> page = Listing.of(rows, limit, Ballot::person);
        boolean member = caller.person()
                .filter(person -> bodies.isMember(proposal.body(), person))
                .isPresent();
        return member
                ? page
                : new Listing<>(
                        page.items().stream().map(ReadCount::unexplained).toList(), page.next());
    }

    private static Ballot unexplained(Ballot ballot) {
        return new Ballot(ballot.person(), ballot.revision(), ballot.choice(), "", ballot.castAt());
    }
}
