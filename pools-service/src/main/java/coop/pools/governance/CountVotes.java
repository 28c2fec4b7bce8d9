package coop.pools.governance;

import coop.pools.governance.domain.Ballot;
import coop.pools.governance.domain.BallotCount;
import coop.pools.governance.domain.BigCount;
import coop.pools.governance.domain.CountSheet;
import coop.pools.governance.domain.Counted;
import coop.pools.governance.domain.DelegationWeb;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.PoolsCount;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.Receipt;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.governance.domain.Tally;
import coop.pools.governance.domain.Topic;
import coop.pools.governance.domain.Vote;
import coop.pools.governance.domain.VotingRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts votes from what is stored; the only place where ballots become an outcome. */
public final class CountVotes {
    private final Clock clock;
    private final Sources sources;
    private final Rosters rosters;
    private final Bodies bodies;
    /** Only one count at a time takes a second connection, so that counts never wait for each other's. */
    private final Semaphore oneAside = new Semaphore(1);

    private final LiveCounts<Outcome> outcomes = new LiveCounts<>();
    private final LiveCounts<List<Counted.Carried>> carried = new LiveCounts<>();

    public CountVotes(Clock clock, Sources sources, Rosters rosters, Bodies bodies) {
        this.clock = clock;
        this.sources = sources;
        this.rosters = rosters;
        this.bodies = bodies;
    }

    /** What is counted. */
    public record Sources(ProposalStore proposals, BallotStore ballots, DelegationStore delegations) {}

    /** How an opened vote stands: by its counter where that is enough, or as it was counted since the last ballot. */
    Outcome running(Proposal proposal) {
        Optional<BallotCount> counter = isPlain(proposal) ? sources.ballots().counter(proposal.id()) : Optional.empty();
        return counter.map(count -> outcome(proposal, count))
                .orElseGet(() -> live(outcomes, proposal, () -> recount(proposal)));
    }

    /** What a vote came to whose time is over; it may not be closed yet. */
    Outcome over(Proposal proposal) {
        return isPlain(proposal) ? recount(proposal) : live(outcomes, proposal, () -> recount(proposal));
    }

    private boolean isPlain(Proposal proposal) {
        return !needsSheet(proposal) && topic(proposal).isEmpty();
    }

    /** For whom delegates vote in it, at most so many; empty where everybody votes in person. */
    List<Counted.Carried> carried(Proposal proposal, int most) {
        if (proposal.progress().vote().isEmpty() || topic(proposal).isEmpty()) {
            return List.of();
        }
        return live(
                carried,
                proposal,
                () -> sheet(proposal).count().delegations().stream().limit(most).toList());
    }

    /** The state is read before it is counted: what comes meanwhile makes the next reader count again. */
    private <T> T live(LiveCounts<T> counts, Proposal proposal, Supplier<T> count) {
        Vote vote = proposal.progress().vote().orElseThrow();
        UUID body = proposal.body().id();
        Instant now = clock.instant();
        boolean closed = proposal.progress().closedAt().isPresent() || !now.isBefore(vote.closesAt());
        LiveCounts.State state = new LiveCounts.State(
                vote,
                sources.ballots().version(proposal.id()),
                sources.delegations().version(body),
                vote.rule().manners().conflictsAbstain()
                        ? bodies.gaining(proposal).stream().sorted().toList()
                        : List.of(),
                closed);
        return counts.of(
                proposal,
                state,
                now,
                () -> closed ? Optional.empty() : sources.delegations().nextEnd(body, now),
                count);
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
        if (proposal.paper().method().hasOptions()) {
            return sheet(proposal, topic, end).count().outcome();
        }
        return needsSheet(proposal) || topic.isPresent()
                ? fromRows(proposal, topic, end)
                : outcome(proposal, sources.ballots().count(proposal.id()));
    }

    /** Whether numbers of people are not enough: with options, and where Pools must agree too. */
    private static boolean needsSheet(Proposal proposal) {
        VotingRule rule = proposal.progress().vote().orElseThrow().rule();
        return proposal.paper().method().hasOptions() || CountSheet.asksPools(proposal.paper(), rule);
    }

    /** In arrays of numbers: there may be very many people. */
    private Outcome fromRows(Proposal proposal, Optional<Topic> topic, Instant end) {
        Vote vote = proposal.progress().vote().orElseThrow();
        List<RosterPart> parts = sources.proposals().parts(proposal.id());
        List<Seat> seats = sources.proposals().seats(proposal.id());
        List<UUID> members = seats.stream().map(Seat::member).distinct().toList();
        List<Topic> topics = topic.map(Topic::wider).orElse(List.of());
        BigCount.Size size = new BigCount.Size(
                Math.toIntExact(vote.electorate()) + proposal.actions().size(), parts.size(), topics.size());
        BigCount count = new BigCount(size);
        readRows(proposal, parts, topics, end, count);
        if (vote.rule().manners().conflictsAbstain()) {
            bodies.gaining(proposal).forEach(count::votesAlone);
        }
        BigCount.Result result = count.count(places(seats, members), members.size());
        Outcome people = outcome(proposal, result.ballots());
        return CountSheet.asksPools(proposal.paper(), vote.rule())
                ? people.with(
                        PoolsCount.of(result.lines(members), vote.rule().pools().orElseThrow()))
                : people;
    }

    /**
     * The delegations are read at the same time, over a connection of their own: whoever closes a vote holds the rosters,
     * so nobody gives one meanwhile, and this transaction gives none.
     */
    private void readRows(Proposal proposal, List<RosterPart> parts, List<Topic> topics, Instant end, BigCount count) {
        UUID body = proposal.body().id();
        boolean aside = count.isBig() && !topics.isEmpty() && oneAside.tryAcquire();
        if (!aside) {
            rosters.each(proposal.id(), parts, count);
            count.peopleKnown();
            sources.ballots().each(proposal.id(), count);
            sources.delegations().each(body, topics, end, count);
            return;
        }
        try {
            RawVote.Kept given = new RawVote.Kept();
            CompletableFuture<Void> peopleKnown = new CompletableFuture<>();
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                sources.delegations().each(body, topics, end, given);
                peopleKnown.join();
                given.to(count);
            });
            readPeople(proposal, parts, count, peopleKnown);
            sources.ballots().each(proposal.id(), count);
            reading.join();
        } finally {
            oneAside.release();
        }
    }

    /** Once everybody is known, ballots and delegations find them side by side. */
    private void readPeople(
            Proposal proposal, List<RosterPart> parts, BigCount count, CompletableFuture<Void> peopleKnown) {
        try {
            rosters.each(proposal.id(), parts, count);
            count.peopleKnown();
            peopleKnown.complete(null);
        } catch (RuntimeException failed) {
            peopleKnown.completeExceptionally(failed);
            throw failed;
        }
    }

    /** For each Pool the places of the members that its people count for. */
    private static Map<UUID, int[]> places(List<Seat> seats, List<UUID> members) {
        Map<UUID, Integer> placeOf = new HashMap<>();
        members.forEach(member -> placeOf.put(member, placeOf.size()));
        Map<UUID, int[]> places = new HashMap<>();
        seats.forEach(seat -> places.merge(
                seat.pool(),
                new int[] {placeOf.get(seat.member())},
                (one, other) ->
                        IntStream.concat(IntStream.of(one), IntStream.of(other)).toArray()));
        return places;
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
                proposal.id(),
                sources.proposals().parts(proposal.id()),
                // Where people alone decide nobody counts for a Pool.
                CountSheet.asksPools(proposal.paper(), vote.rule())
                        ? sources.proposals().seats(proposal.id())
                        : List.of());
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
        Set<UUID> electorate = electorate(proposal.id());
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

    /** Everybody who may vote. */
    private Set<UUID> electorate(UUID proposal) {
        Set<UUID> people = new HashSet<>();
        rosters.each(proposal, sources.proposals().parts(proposal), new RawVote.Stays() {
            @Override
            public void pool(long high, long low) {
                // Whoever is in several Pools is one person.
            }

            @Override
            public void stay(long high, long low) {
                people.add(new UUID(high, low));
            }
        });
        return people;
    }

    private static Outcome outcome(Proposal proposal, BallotCount count) {
        Vote vote = proposal.progress().vote().orElseThrow();
        return Tally.of(Electorate.of(vote), count, proposal.paper(), vote.rule());
    }
}
