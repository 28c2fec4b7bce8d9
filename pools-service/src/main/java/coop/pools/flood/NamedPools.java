package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.kernel.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the Pools and Floods that a founder names, and whether they can found a Flood together. Their rosters are held until the
 * transaction ends, so that a double click and its twin come one after the other.
 */
public final class NamedPools {
    static final int LEAST = 2;
    static final int MOST = 50;

    private final MemberPools pools;
    private final FloodStore floods;
    private final Members members;

    public NamedPools(MemberPools pools, FloodStore floods) {
        this.pools = pools;
        this.floods = floods;
        this.members = new Members(floods, pools);
    }

    /**
     * The Pools and Floods, each once, in the order of their ids.
     *
     * @throws Refused {@link FloodRefusal#FLOOD_POOL_COUNT}, {@link FloodRefusal#UNKNOWN_POOL},
     *     {@link FloodRefusal#UNKNOWN_FLOOD}, {@link FloodRefusal#FLOOD_NOT_ACTIVE}, {@link FloodRefusal#COMMONS_OF_ALL},
     *     {@link FloodRefusal#FLOOD_CURRENCY_DIFFERS} or {@link FloodRefusal#FOUNDER_NOT_A_MEMBER}
     */
    List<Member> check(UUID founder, NewFlood wish) {
        List<String> poolSlugs = wish.pools().stream().distinct().toList();
        List<String> floodSlugs = wish.floods().stream().distinct().toList();
        int named = poolSlugs.size() + floodSlugs.size();
        if (named < LEAST || named > MOST) {
            throw new Refused(FloodRefusal.FLOOD_POOL_COUNT, Map.of("least", LEAST, "most", MOST));
        }
        List<MemberPool> namedPools = poolSlugs.stream()
                .map(this::find)
                .sorted(Comparator.comparing(pool -> pool.id().toString()))
                .toList();
        List<Flood> namedFloods = floodSlugs.stream().map(this::findFlood).toList();
        List<Member> found = Stream.concat(
                        namedPools.stream().map(Member::of),
                        namedFloods.stream().map(Member::of))
                .sorted(Comparator.comparing(member -> member.id().toString()))
                .toList();
        found.forEach(member -> PoolPlace.requireCurrency(member.name(), member.currency(), wish.currency()));
        if (namedPools.stream().noneMatch(pool -> pools.isMember(pool.id(), founder))
                && namedFloods.stream().noneMatch(flood -> members.isMember(flood, founder))) {
            throw new Refused(FloodRefusal.FOUNDER_NOT_A_MEMBER);
        }
        namedPools.forEach(pool -> pools.lockRoster(pool.id()));
        return found;
    }

    private MemberPool find(String slug) {
        return pools.bySlug(slug)
                .orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_POOL, Map.of("field", "pools", "pool", slug)));
    }

    private Flood findFlood(String slug) {
        Flood flood = floods.bySlug(slug)
                .orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_FLOOD, Map.of("field", "floods", "flood", slug)));
        PoolPlace.requireActive(flood);
        if (flood.commons()) {
            Entrance.refuseCommons(flood);
        }
        return flood;
    }
}
