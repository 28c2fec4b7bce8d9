package coop.pools.round;

import coop.pools.bucket.NewBuckets;
import coop.pools.bucket.OpenBucket;
import coop.pools.governance.Bodies;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.pool.domain.Slug;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundBucket;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens a round, as a passed proposal says: who has a share is frozen, the same whole amount for each, and the shares
 * are set aside. What is left over when the pot is divided is not set aside. Called inside the enactment.
 */
public final class OpenRound {
    private final RoundStore store;
    private final Bodies bodies;
    private final Rosters rosters;
    private final Desk desk;
    private final Clock clock;

    /** Where the money is and where it can go. */
    public record Desk(Map<BodyRef.Kind, RoundBooks> books, NewBuckets buckets) {
        public Desk {
            books = Map.copyOf(books);
        }
    }

    public OpenRound(RoundStore store, Bodies bodies, Rosters rosters, Desk desk, Clock clock) {
        this.store = store;
        this.bodies = bodies;
        this.rosters = rosters;
        this.desk = desk;
        this.clock = clock;
    }

    /** A passed vote and who proposed it. */
    public record Passed(UUID proposal, UUID author, BodyRef body) {}

    /**
     * Doing it again for the same vote changes nothing.
     *
     * @throws Refused POT_TOO_SMALL, ROUND_TIMES, INSUFFICIENT_FUNDS, FLOOD_SHORTFALL, and what buckets refuse
     */
    public void open(Passed vote, RoundOrder.Open order) {
        UUID id = idOf(vote.proposal(), order);
        RoundBooks books = desk.books().get(vote.body().kind());
        desk.buckets().holdTurn(vote.body());
        books.holdAround(vote.body().id());
        List<RosterPart> parts = bodies.freezeRosters(vote.body());
        books.hold(vote.body().id());
        if (store.find(id).isPresent()) {
            return;
        }
        Round round = round(id, vote, order, rosters.countPeople(parts));
        books.setAside(round, clock.instant());
        store.insert(round);
        store.insertParts(id, parts);
        int place = 0;
        for (RoundOrder.Line line : order.lines()) {
            store.insertBucket(id, bucket(vote, line, place++));
        }
    }

    /** The vote's own id, where it opens one round; more than one have ids that follow from it. */
    private UUID idOf(UUID proposal, RoundOrder.Open order) {
        boolean another = store.find(proposal)
                .filter(round -> !round.name().equals(order.name()))
                .isPresent();
        return another ? IdSource.derivedId("round", proposal.toString(), order.name()) : proposal;
    }

    private Round round(UUID id, Passed vote, RoundOrder.Open order, long people) {
        long share = people == 0 ? 0 : order.pot().minorUnits() / people;
        if (share == 0) {
            throw new Refused(RoundRefusal.POT_TOO_SMALL, Map.of("people", people));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Instant> times = RoundTimes.checked(order.times(), now);
        List<String> taken = store.ofBody(vote.body()).stream().map(Round::slug).toList();
        return new Round(
                id,
                vote.body(),
                vote.proposal(),
                Slug.free(Slug.of(order.name()), taken),
                order.name(),
                new Money(share, order.pot().currency()),
                people,
                times.get(0),
                times.get(1),
                order.keepsPartial(),
                Optional.empty());
    }

    private RoundBucket bucket(Passed vote, RoundOrder.Line line, int place) {
        UUID bucket = line.bucket()
                .map(slug -> desk.buckets().open(vote.body(), slug).id())
                .orElseGet(() -> candidate(vote, line, place));
        return new RoundBucket(
                bucket,
                place,
                line.bucket().isEmpty(),
                line.target(),
                line.minimum(),
                Money.zero(line.target().currency()),
                Optional.empty(),
                Optional.empty());
    }

    private UUID candidate(Passed vote, RoundOrder.Line line, int place) {
        UUID id = IdSource.derivedId("round-bucket", vote.proposal().toString(), String.valueOf(place), line.name());
        OpenBucket.Wish wish = new OpenBucket.Wish(
                id, vote.body().kind(), "", line.name(), line.purpose(), Optional.of(line.target()));
        return desk.buckets().add(vote.body(), vote.author(), wish).id();
    }
}
