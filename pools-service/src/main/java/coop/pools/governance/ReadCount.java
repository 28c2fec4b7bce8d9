package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.CountSheet;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads how a vote was counted. Choices are public, by the pseudonymous ids of the people; what members wrote beside
 * them is for members. Refuses with {@link CommonRefusal#NOT_FOUND}.
 */
public final class ReadCount {
    private static final int MOST_CARRIED = 1_000;

    private final ReadProposals reader;
    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final Bodies bodies;
    private final CountVotes count;

    public ReadCount(
            ReadProposals reader, ProposalStore proposals, BallotStore ballots, Bodies bodies, CountVotes count) {
        this.reader = reader;
        this.proposals = proposals;
        this.ballots = ballots;
        this.bodies = bodies;
        this.count = count;
    }

    /**
     * The count with one page of ballots.
     *
     * @param after the last person of the page before; in an anonymous vote, where ballots stand in an order by chance,
     *     a place in it
     * @param limit at most 200
     */
    public Count of(Caller caller, UUID id, Optional<UUID> after, int limit) {
        ProposalView view = reader.one(id);
        Proposal proposal = view.proposal();
        VotingRule rule = view.vote()
                .map(Vote::rule)
                .orElseGet(() -> bodies.ruleFor(
                        proposal.body(), proposal.actions(), proposal.paper().template()));
        Optional<Outcome> result = view.outcome().or(() -> view.vote().map(vote -> count.running(proposal)));
        Optional<String> hidden = hidden(caller, view);
        if (hidden.isPresent()) {
            return new Count(
                    view,
                    rule,
                    proposals.parts(id),
                    proposals.seats(id),
                    Optional.empty(),
                    new Listing<>(List.of(), Optional.empty()),
                    List.of(),
                    hidden.get());
        }
        return new Count(
                view,
                rule,
                proposals.parts(id),
                proposals.seats(id),
                result,
                ballots(caller, proposal, after, limit),
                count.carried(proposal, MOST_CARRIED),
                "");
    }

    /**
     * All that a closed vote was counted from, to be counted again by anybody. Refuses with
     * {@link CommonRefusal#NOT_FOUND} and {@link GovernanceRefusal#VOTING_NOT_CLOSED}.
     */
    public Recountable recountable(UUID id) {
        ProposalView view = reader.one(id);
        Outcome outcome = view.outcome().orElseThrow(() -> new Refused(GovernanceRefusal.VOTING_NOT_CLOSED));
        return new Recountable(view.proposal().title(), count.sheet(view.proposal()), outcome);
    }

    /** A closed vote with its outcome. */
    public record Recountable(String title, CountSheet sheet, Outcome outcome) {}

    /** Why the reader does not see the count yet: the word of the proposal's setting. */
    private Optional<String> hidden(Caller caller, ProposalView view) {
        Shown shown = view.proposal().paper().shown();
        boolean open = view.vote().isPresent() && view.state() == ProposalState.VOTING;
        if (!open || shown == Shown.LIVE) {
            return Optional.empty();
        }
        boolean voted = caller.reader()
                .flatMap(person -> ballots.latest(view.proposal().id(), person))
                .flatMap(Ballot::mark)
                .isPresent();
        return shown == Shown.AFTER_VOTING && voted ? Optional.empty() : Optional.of(shown.word());
    }

    private Listing<Ballot> ballots(Caller caller, Proposal proposal, Optional<UUID> after, int limit) {
        Listing<Ballot> page = proposal.paper().anonymous()
                ? shuffled(proposal, after, limit)
                : Listing.of(
                        ballots.counted(proposal.id(), after.orElse(new UUID(0, 0)), Listing.reach(limit)),
                        limit,
                        Ballot::person);
        boolean member = caller.reader()
                .filter(person -> bodies.isMember(proposal.body(), person))
                .isPresent();
        return member
                ? page
                : new Listing<>(page.items().stream().map(Ballot::unexplained).toList(), page.next());
    }

    /** An order by people would tell who: the one who stands next after an id, and how many stand before it. */
    private Listing<Ballot> shuffled(Proposal proposal, Optional<UUID> after, int limit) {
        UUID place = after.orElse(new UUID(0, 0));
        if (place.getMostSignificantBits() != 0 || place.getLeastSignificantBits() < 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        long from = place.getLeastSignificantBits();
        int reach = Listing.reach(limit);
        return Listing.of(ballots.shuffled(proposal.id(), from, reach), limit, last -> new UUID(0, from + reach - 1));
    }
}
