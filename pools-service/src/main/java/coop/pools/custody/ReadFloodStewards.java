package coop.pools.custody;

import coop.pools.custody.domain.Service;
import coop.pools.custody.domain.StewardTerm;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who the stewards of a Flood are: of each of its Pools the steward who has served longest, or whom the people of the
 * Flood have elected. They carry out; they decide nothing. Source: article F8.
 */
public final class ReadFloodStewards {
    private final StewardStore terms;
    private final ReadStewards ofPools;
    private final FloodSeats seats;
    private final Clock clock;

    public ReadFloodStewards(StewardStore terms, ReadStewards ofPools, FloodSeats seats, Clock clock) {
        this.terms = terms;
        this.ofPools = ofPools;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * A steward of a Flood.
     *
     * @param pools whose steward they are; none for one who was elected
     * @param since when they became one, of the Flood where elected, else of the first of these Pools
     * @param namedBy the vote that elected them
     * @param until when their term in the Flood ends, unless nobody follows
     */
    public record Steward(
            UUID person, List<UUID> pools, Instant since, Optional<UUID> namedBy, Optional<Instant> until) {
        private Steward with(UUID pool, Service service) {
            List<UUID> more = new ArrayList<>(pools);
            more.add(pool);
            return new Steward(
                    person,
                    List.copyOf(more),
                    service.since().isBefore(since) ? service.since() : since,
                    namedBy,
                    until);
        }
    }

    /**
     * Who acts now.
     *
     * @param elects whether the compact says that they are elected
     * @param elected whether they were; while nobody is, each Pool sends one
     * @param stewards each person once; none of the commons of all Pools, or where no Pool is left
     */
    public record Acting(boolean elects, boolean elected, List<Steward> stewards) {
        public List<UUID> people() {
            return stewards.stream().map(Steward::person).toList();
        }
    }

    public Acting of(UUID flood) {
        List<UUID> pools = seats.pools(flood);
        if (pools.isEmpty()) {
            return new Acting(false, false, List.of());
        }
        boolean elects = seats.elects(flood);
        List<Steward> elected = elects ? elected(flood) : List.of();
        return elected.isEmpty() ? new Acting(elects, false, onePerPool(pools)) : new Acting(true, true, elected);
    }

    private List<Steward> onePerPool(List<UUID> pools) {
        Map<UUID, Steward> found = new LinkedHashMap<>();
        ofPools.longest(pools)
                .forEach((pool, service) -> found.merge(
                        service.person(),
                        new Steward(
                                service.person(), List.of(pool), service.since(), Optional.empty(), Optional.empty()),
                        (known, another) -> known.with(pool, service)));
        return List.copyOf(found.values());
    }

    private List<Steward> elected(UUID flood) {
        return Service.acting(open(flood), clock.instant()).stream()
                .map(service -> new Steward(
                        service.person(),
                        List.of(),
                        service.since(),
                        service.term().flatMap(StewardTerm::namedBy),
                        service.until()))
                .toList();
    }

    /** Whom the people elected and no vote has ended, as long as they belong to one of the Pools. */
    private List<Service> open(UUID flood) {
        return Service.open(Optional.empty(), terms.terms(flood)).stream()
                .filter(service -> seats.isMember(flood, service.person()))
                .toList();
    }

    boolean hasPools(UUID flood) {
        return !seats.pools(flood).isEmpty();
    }

    /** Whether people can be elected. */
    public boolean elects(UUID flood) {
        return hasPools(flood) && seats.elects(flood);
    }

    boolean isMember(UUID flood, UUID person) {
        return seats.isMember(flood, person);
    }

    /** Those who were elected and act now. */
    List<UUID> electedNow(UUID flood) {
        return elects(flood) ? elected(flood).stream().map(Steward::person).toList() : List.of();
    }

    /** When each one's term ends who was elected; missing where it has no end. */
    Map<UUID, Instant> ends(UUID flood) {
        Map<UUID, Instant> ends = new LinkedHashMap<>();
        open(flood).forEach(service -> service.until().ifPresent(until -> ends.put(service.person(), until)));
        return ends;
    }
}
