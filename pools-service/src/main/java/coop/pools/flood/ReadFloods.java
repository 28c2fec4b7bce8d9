package coop.pools.flood;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads Floods. What a Flood has, does and decides is public. */
public final class ReadFloods {
    /** The most Floods in one answer. */
    public static final int MOST = 200;

    private final FloodStore floods;
    private final MemberPools pools;
    private final Members members;
    private final Rosters rosters;
    private final ReadStakes stakes;
    private final ReadBylaws bylaws;

    public ReadFloods(FloodStore floods, MemberPools pools, Rosters rosters, ReadStakes stakes, ReadBylaws bylaws) {
        this.floods = floods;
        this.pools = pools;
        this.members = new Members(floods, pools);
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
        return new FloodView(
                flood, stakes.balances(flood), places, ofPool(flood.id()), count(flood), bylaws.rules(flood.id()));
    }

    /** The Floods that one Pool or Flood was invited to, is in or has left, by slug; at most fifty. */
    public Map<Flood, PoolInFlood> ofPool(UUID pool) {
        Map<Flood, PoolInFlood> result = new LinkedHashMap<>();
        for (Flood flood : floods.invitedFloods(pool, 50)) {
            stakes.of(flood).stream()
                    .filter(place -> place.pool().id().equals(pool))
                    .forEach(place -> result.put(flood, place.with(stakes.above(place.pool(), flood))));
        }
        return result;
    }

    /** The Floods of the Pools that a person belongs to, at all levels, each once; at most fifty. */
    public List<FloodCard> ofPerson(UUID person) {
        return floodsOf(person).stream().limit(50).map(this::card).toList();
    }

    private List<Flood> floodsOf(UUID person) {
        UUID[] ids = pools.ofPerson(person).stream()
                .flatMap(pool -> members.levels().above(pool.id()).stream())
                .distinct()
                .toArray(UUID[]::new);
        return ids.length == 0
                ? List.of()
                : floods.byIds(ids).stream()
                        .sorted(Comparator.comparing(Flood::slug))
                        .toList();
    }

    /** The Floods of all Pools, by currency. */
    public List<Flood> commons() {
        return floods.commons();
    }

    /** How many distinct people belong to a Flood now. */
    public long people(Flood flood) {
        return count(flood);
    }

    /** Whether a person is a member of one of the Flood's Pools now, at any level. */
    public boolean isMember(Flood flood, UUID person) {
        return members.isMember(flood, person);
    }

    /** The Floods of a person that could be members of another one, by name. */
    public List<Flood> activeOf(UUID person) {
        return floodsOf(person).stream()
                .filter(flood -> flood.state() == FloodState.ACTIVE)
                .sorted(Comparator.comparing(Flood::name))
                .toList();
    }

    /** The first distinct people of a Flood in the order of their ids, at most {@code limit}. */
    public List<UUID> people(Flood flood, int limit) {
        List<RosterPart> parts = members.rosters(BodyRef.flood(flood.id()));
        return parts.isEmpty() ? List.of() : rosters.people(parts, null, limit);
    }

    /** A Pool as Floods see it; empty when there is none. */
    public Optional<MemberPool> poolById(UUID pool) {
        return Optional.ofNullable(pools.byIds(List.of(pool)).get(pool));
    }

    /** The Pools and Floods that belong to a Flood now, by name. */
    public List<Member> inside(Flood flood) {
        return members.byIds(floods.joinedPools(flood.id())).values().stream()
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    /** The distinct Pools of a Flood at all levels, in the order of their ids. */
    public List<MemberPool> poolsAtAllLevels(Flood flood) {
        return members.poolsOf(BodyRef.flood(flood.id()));
    }

    /** The first Pools and Floods that could still join, by name. */
    public List<Member> outside(Flood flood, int limit) {
        List<UUID> inside = floods.joinedPools(flood.id());
        Set<UUID> above = members.levels().above(flood.id());
        return Stream.concat(
                        pools.first(limit).stream().map(Member::of),
                        like(flood, limit).stream()
                                .filter(other -> !above.contains(other.id()))
                                .map(Member::of))
                .filter(member -> member.currency().equals(flood.currency()) && !inside.contains(member.id()))
                .sorted(Comparator.comparing(Member::name))
                .toList();
    }

    /** Active Floods in a currency that a Pool or Flood could ask to join, by slug: not those that ask first themselves. */
    public List<Flood> openTo(UUID pool, String currency, int limit) {
        Set<UUID> below = members.levels().below(pool);
        return floods.list("", limit).stream()
                .filter(flood -> !flood.commons()
                        && flood.state() == FloodState.ACTIVE
                        && !flood.id().equals(pool)
                        && !below.contains(flood.id())
                        && flood.currency().equals(currency)
                        && !bylaws.rules(flood.id()).word(RuleKey.FLOOD_ADMIT).equals("invited")
                        && !floods.joinedPools(flood.id()).contains(pool))
                .toList();
    }

    /** Other Floods that are active and count in the same currency, by slug. */
    public List<Flood> like(Flood flood, int limit) {
        return floods.list("", limit).stream()
                .filter(other -> !other.commons()
                        && other.state() == FloodState.ACTIVE
                        && other.currency().equals(flood.currency())
                        && !other.id().equals(flood.id()))
                .toList();
    }

    /** The Pools that a person belongs to: those that may found a Flood. */
    public List<MemberPool> poolsOf(UUID person) {
        return pools.ofPerson(person);
    }

    private FloodCard card(Flood flood) {
        return new FloodCard(
                flood,
                members.levels().pools(flood.id()).size(),
                count(flood),
                stakes.balances(flood).available());
    }

    /** The distinct people at all levels. */
    private long count(Flood flood) {
        List<RosterPart> parts = members.rosters(BodyRef.flood(flood.id()));
        return parts.isEmpty() ? 0 : rosters.countPeople(parts);
    }

    /** @param next the slug to ask the next part after; empty at the end */
    public record FloodList(List<FloodCard> items, Optional<String> next) {}
}
