package coop.pools.round;

import coop.pools.bucket.BucketStore;
import coop.pools.governance.Bodies;
import coop.pools.governance.Listing;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundState;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads rounds. They are public, as the book is: who gives what stands there by the pseudonymous ids of the people, as
 * ballots do.
 */
public final class ReadRounds {
    private final RoundStore store;
    private final BucketStore buckets;
    private final Participants participants;
    private final Bodies bodies;
    private final Clock clock;

    public ReadRounds(RoundStore store, BucketStore buckets, Participants participants, Bodies bodies, Clock clock) {
        this.store = store;
        this.buckets = buckets;
        this.participants = participants;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND */
    public RoundView one(Caller caller, UUID id) {
        return view(caller, store.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
    }

    /** As anybody sees it. */
    public RoundView one(Round round) {
        return view(Caller.guest(""), round);
    }

    /** Who has a share, in the order of their ids, after one of them; at most so many. */
    public List<UUID> people(Round round, Optional<UUID> after, int limit) {
        return participants.people(round, after, limit);
    }

    /** Those of some people of a round, in the order of their ids, who have not given all of their share. */
    public List<UUID> withSomethingLeft(Round round, List<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        List<UUID> done = store.done(round.id(), people.get(0), people.get(people.size() - 1));
        return people.stream().filter(person -> !done.contains(person)).toList();
    }

    /** All of a Pool or Flood, the newest first. */
    public List<RoundView> ofBody(Caller caller, BodyRef body) {
        return store.ofBody(body).stream().map(round -> view(caller, round)).toList();
    }

    /** The same, without what people give. */
    public List<Round> ofBody(BodyRef body) {
        return store.ofBody(body);
    }

    /** Those of a body that have not ended, the oldest first. */
    public List<Round> running(BodyRef body) {
        return store.running(body).stream()
                .flatMap(id -> store.find(id).stream())
                .toList();
    }

    public List<Round> ofProposal(UUID proposal) {
        return store.ofProposal(proposal);
    }

    public Optional<Round> find(UUID id) {
        return store.find(id);
    }

    /**
     * What people give, by person, all of a person's together.
     *
     * @param after the last person of the page before
     * @param limit of people
     */
    public Listing<Allocation> allocations(UUID id, Optional<UUID> after, int limit) {
        List<Allocation> rows = store.allocations(id, after.orElse(new UUID(0, 0)), Math.min(limit, Listing.MOST) + 1);
        List<UUID> people = rows.stream().map(Allocation::person).distinct().toList();
        if (people.size() <= limit) {
            return new Listing<>(rows, Optional.empty());
        }
        UUID last = people.get(limit - 1);
        List<Allocation> page = rows.stream()
                .filter(row -> people.indexOf(row.person()) < limit)
                .toList();
        return new Listing<>(page, Optional.of(last));
    }

    private RoundView view(Caller caller, Round round) {
        List<RoundView.Line> lines = store.buckets(round.id()).stream()
                .map(part ->
                        new RoundView.Line(part, buckets.find(part.bucket()).orElseThrow()))
                .toList();
        RoundState state = round.stateAt(clock.instant());
        return new RoundView(
                round, state, bodies.read(round.body()), lines, caller.reader().flatMap(person -> mine(round, person)));
    }

    private Optional<RoundView.Mine> mine(Round round, UUID person) {
        Map<UUID, Money> given = new HashMap<>();
        store.of(round.id(), person).forEach(one -> given.put(one.bucket(), one.amount()));
        boolean present = !given.isEmpty() || participants.includes(round, person);
        return present ? Optional.of(new RoundView.Mine(round.share(), given)) : Optional.empty();
    }
}
