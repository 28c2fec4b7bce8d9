package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.kernel.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the Pools that a founder names, and whether they can found a Flood together. Their rosters are held until the
 * transaction ends, so that a double click and its twin come one after the other.
 */
public final class NamedPools {
    static final int LEAST = 2;
    static final int MOST = 50;

    private final MemberPools pools;

    public NamedPools(MemberPools pools) {
        this.pools = pools;
    }

    /**
     * The Pools, each once, in the order of their ids.
     *
     * @throws Refused {@link FloodRefusal#FLOOD_POOL_COUNT}, {@link FloodRefusal#UNKNOWN_POOL},
     *     {@link FloodRefusal#FLOOD_CURRENCY_DIFFERS} or {@link FloodRefusal#FOUNDER_NOT_A_MEMBER}
     */
    List<MemberPool> check(UUID founder, List<String> slugs, String currency) {
        List<String> distinct = slugs.stream().distinct().toList();
        if (distinct.size() < LEAST || distinct.size() > MOST) {
            throw new Refused(FloodRefusal.FLOOD_POOL_COUNT, Map.of("least", LEAST, "most", MOST));
        }
        List<MemberPool> found = distinct.stream()
                .map(this::find)
                .sorted(Comparator.comparing(pool -> pool.id().toString()))
                .toList();
        found.forEach(pool -> PoolPlace.requireCurrency(pool.name(), pool.currency(), currency));
        if (found.stream().noneMatch(pool -> pools.isMember(pool.id(), founder))) {
            throw new Refused(FloodRefusal.FOUNDER_NOT_A_MEMBER);
        }
        found.forEach(pool -> pools.lockRoster(pool.id()));
        return found;
    }

    private MemberPool find(String slug) {
        return pools.bySlug(slug)
                .orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_POOL, Map.of("field", "pools", "pool", slug)));
    }
}
