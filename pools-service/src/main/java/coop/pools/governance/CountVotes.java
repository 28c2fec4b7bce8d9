package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Lots;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Receipt;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Vote;
import java.util.List;
import java.util.Optional;

/** Counts votes from what is stored; the only place where ballots become an outcome. */
public final class CountVotes {
    private final BallotStore ballots;

    public CountVotes(BallotStore ballots) {
        this.ballots = ballots;
    }

    /** How an opened vote stands: by its counter where that is enough. */
    Outcome running(Proposal proposal) {
        Optional<BallotCount> counter =
                proposal.paper().method().hasOptions() ? Optional.empty() : ballots.counter(proposal.id());
        return counter.map(count -> outcome(proposal, count)).orElseGet(() -> recount(proposal));
    }

    /** What the ballots themselves come to. */
    Outcome recount(Proposal proposal) {
        if (!proposal.paper().method().hasOptions()) {
            return outcome(proposal, ballots.count(proposal.id()));
        }
        List<Ballot> all = ballots.all(proposal.id());
        List<Mark> marks =
                all.stream().flatMap(ballot -> ballot.mark().stream()).toList();
        List<String> receipts =
                all.stream().map(ballot -> Receipt.of(proposal.id(), ballot)).toList();
        Vote vote = proposal.progress().vote().orElseThrow();
        return Tally.of(
                Electorate.of(vote),
                marks,
                proposal.paper(),
                vote.rule(),
                Lots.order(receipts, proposal.paper().options().size()));
    }

    private static Outcome outcome(Proposal proposal, BallotCount count) {
        Vote vote = proposal.progress().vote().orElseThrow();
        return Tally.of(Electorate.of(vote), count, proposal.paper(), vote.rule());
    }
}
