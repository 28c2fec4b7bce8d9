package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.BigCount;
import coop.pools.governance.domain.CountSheet;
import coop.pools.governance.domain.DelegationWeb;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Receipt;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Topic;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts votes from what is stored; the only place where ballots become an outcome. */
public final class CountVotes {
    private static final int PAGE = 10_000;

    private final Clock clock;
    private final Sources sources;
    private final Rosters rosters;
    private final Bodies bodies;

    public CountVotes(Clock clock, Sources sources, Rosters rosters, Bodies bodies) {
        this.clock = clock;
        this.sources = sources;
        this.rosters = rosters;
        this.bodies = bodies;
    }

    /** What is counted. */
    public record Sources(ProposalStore proposals, BallotStore ballots, DelegationStore delegations) {}

    /** How an opened vote stands: by its counter where that is enough. */
    Outcome running(Proposal proposal) {
        Optional<Topic> topic = topic(proposal);
        boolean plain = !needsSheet(proposal) && topic.isEmpty();
        Optional<BallotCount> counter = plain ? sources.ballots().counter(proposal.id()) : Optional.empty();
        return counter.map(count -> outcome(proposal, count)).orElseGet(() -> recount(proposal));
    }

    /** What the ballots themselves come to, with those that delegates cast for others. */
    Outcome recount(Proposal proposal) {
        return asOf(proposal, end(proposal.progress(), clock.instant()));
    }

    /** The outcome if the vote closes at this moment, which may lie after its time. */
    Outcome atClose(Proposal proposal, Instant now) {
        Instant closesAt = proposal.progress().vote().orElseThrow().closesAt();
        return asOf(proposal, now.isBefore(closesAt) ? now : closesAt);
    }

    private Outcome asOf(Proposal proposal, Instant end) {
        Optional<Topic> topic = topic(proposal);
        boolean plain = !needsSheet(proposal) && topic.isEmpty();
        if (plain) {
            return outcome(proposal, sources.ballots().count(proposal.id()));
        }
        return needsSheet(proposal)
                ? sheet(proposal, topic, end).count().outcome()
                : outcome(proposal, withDelegates(proposal, topic.orElseThrow(), end));
    }

    /** Whether numbers of people are not enough: with options, and where Pools must agree too. */
    private static boolean needsSheet(Proposal proposal) {
        VotingRule rule = proposal.progress().vote().orElseThrow().rule();
        return proposal.paper().method().hasOptions() || CountSheet.asksPools(proposal.paper(), rule);
    }

    /** In arrays of numbers: there may be very many people. */
    private BallotCount withDelegates(Proposal proposal, Topic topic, Instant end) {
        List<UUID> electorate = electorate(proposal.id());
        BigCount count = new BigCount(electorate.size());
        electorate.forEach(count::person);
        sources.ballots()
                .all(proposal.id())
                .forEach(ballot -> count.ballot(ballot.person(), ballot.choice().orElseThrow()));
        delegates(proposal, topic, end).forEach(count::delegate);
        return count.count();
    }

    /** All that the outcome is made of, as of the close, or now while the vote is open. */
    CountSheet sheet(Proposal proposal) {
        return sheet(proposal, topic(proposal), end(proposal.progress(), clock.instant()));
    }

    private CountSheet sheet(Proposal proposal, Optional<Topic> topic, Instant end) {
        Vote vote = proposal.progress().vote().orElseThrow();
        boolean anonymous = proposal.paper().anonymous();
        List<Ballot> ballots = sources.ballots().all(proposal.id());
        List<CountSheet.Edge> edges =
                topic.map(about -> edges(proposal, about, end)).orElse(List.of());
        SeatsOfPeople seats = new SeatsOfPeople(
                rosters,
                sources.proposals().parts(proposal.id()),
                sources.proposals().seats(proposal.id()));
        seats.look(Stream.concat(
                        ballots.stream().map(Ballot::person), edges.stream().map(CountSheet.Edge::person))
                .toList());
        List<CountSheet.Cast> cast = ballots.stream()
                .map(ballot -> new CountSheet.Cast(
                        anonymous ? Optional.empty() : Optional.of(ballot.person()),
                        ballot.mark().orElseThrow(),
                        Receipt.of(proposal.id(), ballot),
                        seats.of(ballot.person())))
                .toList();
        return new CountSheet(
                proposal.id(),
                proposal.paper(),
                vote.rule(),
                Electorate.of(vote),
                cast,
                edges.stream()
                        .map(edge -> new CountSheet.Edge(edge.person(), edge.delegate(), seats.of(edge.person())))
                        .toList(),
                seats.members());
    }

    /** Delegations between people of the electorate. */
    private List<CountSheet.Edge> edges(Proposal proposal, Topic topic, Instant end) {
        Map<UUID, UUID> delegates = delegates(proposal, topic, end);
        if (delegates.isEmpty()) {
            return List.of();
        }
        Set<UUID> electorate = new HashSet<>(electorate(proposal.id()));
        List<CountSheet.Edge> edges = new ArrayList<>();
        delegates.forEach((person, to) -> {
            if (electorate.contains(person) && electorate.contains(to)) {
                edges.add(new CountSheet.Edge(person, to));
            }
        });
        return edges;
    }

    /** Each person with their delegate; without those who must not vote on it. */
    private Map<UUID, UUID> delegates(Proposal proposal, Topic topic, Instant end) {
        DelegationWeb web =
                new DelegationWeb(sources.delegations().asOf(proposal.body().id(), end), end);
        Map<UUID, UUID> delegates = web.delegates(topic);
        if (proposal.progress().vote().orElseThrow().rule().manners().conflictsAbstain()) {
            bodies.gaining(proposal).forEach(delegates::remove);
        }
        return delegates;
    }

    /** Delegations given before this moment count: the close, or now. */
    private static Instant end(Progress progress, Instant now) {
        Instant closesAt = progress.vote().orElseThrow().closesAt();
        boolean open = progress.closedAt().isEmpty() && now.isBefore(closesAt);
        return open
                ? now.plusNanos(1_000)
                : progress.closedAt().filter(closesAt::isAfter).orElse(closesAt);
    }

    /** What delegates may have been named for; empty where everybody votes in person, or does so anyway. */
    Optional<Topic> topic(Proposal proposal) {
        boolean allowed = proposal.progress()
                .vote()
                .filter(vote -> vote.rule().manners().delegates())
                .isPresent();
        return allowed && sources.delegations().any(proposal.body().id()) ? Topic.of(proposal) : Optional.empty();
    }

    /** Everybody who may vote, in the order of ids. */
    private List<UUID> electorate(UUID proposal) {
        List<RosterPart> parts = sources.proposals().parts(proposal);
        List<UUID> people = new ArrayList<>();
        UUID after = null;
        List<UUID> page;
        do {
            page = rosters.people(parts, after, PAGE);
            people.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return people;
    }

    private static Outcome outcome(Proposal proposal, BallotCount count) {
        Vote vote = proposal.progress().vote().orElseThrow();
        return Tally.of(Electorate.of(vote), count, proposal.paper(), vote.rule());
    }
}
