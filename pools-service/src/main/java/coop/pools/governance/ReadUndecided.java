package coop.pools.governance;

import coop.pools.governance.domain.DelegationWeb;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Topic;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads, page by page, who may vote on a proposal, and who of them has left it open: no ballot, and no delegate. */
public final class ReadUndecided {
    private final ProposalStore proposals;
    private final BallotStore ballots;
    private final DelegationStore delegations;
    private final Rosters rosters;
    private final Electors electors;

    public ReadUndecided(
            ProposalStore proposals,
            BallotStore ballots,
            DelegationStore delegations,
            Rosters rosters,
            Electors electors) {
        this.proposals = proposals;
        this.ballots = ballots;
        this.delegations = delegations;
        this.rosters = rosters;
        this.electors = electors;
    }

    /** Drafts are not found. */
    public Optional<Proposal> proposal(UUID id) {
        return proposals.find(id);
    }

    /** The electorate of an opened vote in the order of ids. */
    public List<UUID> electorate(UUID proposal, Optional<UUID> after, int limit) {
        return rosters.people(proposals.parts(proposal), after.orElse(null), limit);
    }

    /**
     * Those of a page of the electorate who are still members and have neither voted nor a delegate who could.
     *
     * @param after the person before the page; empty for the first page
     */
    public List<UUID> undecided(Proposal proposal, Optional<UUID> after, List<UUID> page, Instant now) {
        Set<UUID> settled = new HashSet<>(delegating(proposal, now));
        ballots.counted(proposal.id(), after.orElse(new UUID(0, 0)), page.size())
                .forEach(ballot -> settled.add(ballot.person()));
        return electors.mayVote(
                proposal,
                page.stream().filter(person -> !settled.contains(person)).toList());
    }

    private Set<UUID> delegating(Proposal proposal, Instant now) {
        boolean allowed = proposal.progress()
                .vote()
                .filter(vote -> vote.rule().manners().delegates())
                .isPresent();
        Optional<Topic> topic =
                allowed && delegations.any(proposal.body().id()) ? Topic.of(proposal) : Optional.empty();
        return topic.map(about -> new DelegationWeb(
                                delegations.asOf(proposal.body().id(), now.plusNanos(1_000)), now)
                        .delegates(about).keySet().stream().collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
