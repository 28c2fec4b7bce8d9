package coop.pools.flood;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads Floods. What a Flood has, does and decides is public. */
public final class ReadFloods {
    /** The most Floods in one answer. */
    public static final int MOST = 200;

    private final FloodStore floods;
    private final MemberPools pools;
    private final Rosters rosters;
    private final ReadStakes stakes;
    private final ReadBylaws bylaws;

    public ReadFloods(FloodStore floods, MemberPools pools, Rosters rosters, ReadStakes stakes, ReadBylaws bylaws) {
        this.floods = floods;
        this.pools = pools;
        this.rosters = rosters;
        this.stakes = stakes;
        this.bylaws = bylaws;
    }

    /** The Flood at an address; refused with {@link CommonRefusal#NOT_FOUND}. */
    public Flood bySlug(String slug) {
        return floods.bySlug(slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The Flood with this id; empty when there is none. */
    public Optional<Flood> find(UUID id) {
        return floods.find(id);
    }

    /**
     * All Floods by slug.
     *
     * @param afterSlug the last one of the part before; empty text: from the start
     * @param limit at most {@link #MOST}
     */
    public FloodList list(String afterSlug, int limit) {
        int size = Math.max(1, Math.min(limit, MOST));
        List<Flood> rows = floods.list(afterSlug, size + 1);
        List<FloodCard> items = rows.stream().limit(size).map(this::card).toList();
        return new FloodList(
                items, rows.size() > size ? Optional.of(rows.get(size - 1).slug()) : Optional.empty());
    }

    /** One Flood with stakes, people and compact. */
    public FloodView view(Flood flood) {
        List<PoolInFlood> places = stakes.of(flood);
        List<MemberPool> joined = places.stream()
                .filter(PoolInFlood::isJoined)
                .map(PoolInFlood::pool)
                .toList();
        return new FloodView(flood, stakes.balances(flood), places, count(joined), bylaws.rules(flood.id()));
    }

    /** The Floods that one Pool was invited to, is in or has left, by slug; at most fifty. */
    public Map<Flood, PoolInFlood> ofPool(UUID pool) {
        Map<Flood, PoolInFlood> result = new LinkedHashMap<>();
        for (Flood flood : floods.invitedFloods(pool, 50)) {
            stakes.of(flood).stream()
                    .filter(place -> place.pool().id().equals(pool))
                    .forEach(place -> result.put(flood, place));
        }
        return result;
    }

    /** The Floods of the Pools that a person belongs to, each once; at most fifty. */
    public List<FloodCard> ofPerson(UUID person) {
        return pools.ofPerson(person).stream()
                .flatMap(pool -> floods.invitedFloods(pool.id(), 50).stream()
                        .filter(flood -> floods.joinedPools(flood.id()).contains(pool.id())))
                .distinct()
                .limit(50)
                .map(this::card)
                .toList();
    }

    /** Whether a person is a member of one of the Flood's Pools now. */
    public boolean isMember(Flood flood, UUID person) {
        return floods.joinedPools(flood.id()).stream().anyMatch(pool -> pools.isMember(pool, person));
    }

    /** The first distinct people of a Flood in the order of their ids, at most {@code limit}. */
    public List<UUID> people(Flood flood, int limit) {
        List<RosterPart> parts = parts(joined(flood));
        return parts.isEmpty() ? List.of() : rosters.people(parts, null, limit);
    }

    /** A Pool as Floods see it; empty when there is none. */
    public Optional<MemberPool> poolById(UUID pool) {
        return Optional.ofNullable(pools.byIds(List.of(pool)).get(pool));
    }

    /** The Pools that belong to a Flood now, by name. */
    public List<MemberPool> inside(Flood flood) {
        return joined(flood).stream()
                .sorted(Comparator.comparing(MemberPool::name))
                .toList();
    }

    /** The first Pools that could still join, by name. */
    public List<MemberPool> outside(Flood flood, int limit) {
        List<UUID> inside = floods.joinedPools(flood.id());
        return pools.first(limit).stream()
                .filter(pool -> pool.currency().equals(flood.currency()) && !inside.contains(pool.id()))
                .sorted(Comparator.comparing(MemberPool::name))
                .toList();
    }

    /** Active Floods in a currency that a Pool could ask to join, by slug: not those that ask first themselves. */
    public List<Flood> openTo(UUID pool, String currency, int limit) {
        return floods.list("", limit).stream()
                .filter(flood -> flood.state() == FloodState.ACTIVE
                        && flood.currency().equals(currency)
                        && !bylaws.rules(flood.id()).word(RuleKey.FLOOD_ADMIT).equals("invited")
                        && !floods.joinedPools(flood.id()).contains(pool))
                .toList();
    }

    /** Other Floods that are active and count in the same currency, by slug. */
    public List<Flood> like(Flood flood, int limit) {
        return floods.list("", limit).stream()
                .filter(other -> other.state() == FloodState.ACTIVE
                        && other.currency().equals(flood.currency())
                        && !other.id().equals(flood.id()))
                .toList();
    }

    /** The Pools that a person belongs to: those that may found a Flood. */
    public List<MemberPool> poolsOf(UUID person) {
        return pools.ofPerson(person);
    }

    private FloodCard card(Flood flood) {
        Collection<MemberPool> joined = joined(flood);
        return new FloodCard(
                flood, joined.size(), count(joined), stakes.balances(flood).available());
    }

    private Collection<MemberPool> joined(Flood flood) {
        return pools.byIds(floods.joinedPools(flood.id())).values();
    }

    private long count(Collection<MemberPool> joined) {
        return joined.isEmpty() ? 0 : rosters.countPeople(parts(joined));
    }

    private static List<RosterPart> parts(Collection<MemberPool> joined) {
        Stream<RosterPart> parts = joined.stream().map(MemberPool::roster);
        return parts.sorted(Comparator.comparing(part -> part.pool().toString()))
                .toList();
    }

    /** @param next the slug to ask the next part after; empty at the end */
    public record FloodList(List<FloodCard> items, Optional<String> next) {}
}
