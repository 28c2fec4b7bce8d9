package coop.pools.app;

import coop.pools.flood.MemberPools;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.domain.Membership;
import coop.pools.pool.PoolStore;
import coop.pools.pool.domain.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pools and their members as Floods ask for them. */
final class PoolsForFloods implements MemberPools {
    private static final int MOST = 50;

    private final PoolStore pools;
    private final ReadMembers members;

    PoolsForFloods(PoolStore pools, ReadMembers members) {
        this.pools = pools;
        this.members = members;
    }

    @Override
    public Optional<MemberPool> bySlug(String slug) {
        return pools.bySlug(slug).map(PoolsForFloods::memberPool);
    }

    @Override
    public Map<UUID, MemberPool> byIds(Collection<UUID> ids) {
        Map<UUID, MemberPool> found = new HashMap<>();
        if (!ids.isEmpty()) {
            pools.byIds(new ArrayList<>(ids)).forEach(pool -> found.put(pool.id(), memberPool(pool)));
        }
        return found;
    }

    @Override
    public List<MemberPool> ofPerson(UUID person) {
        List<UUID> ids = members.membershipsOf(person).stream()
                .map(Membership::poolId)
                .limit(MOST)
                .toList();
        return byIds(ids).values().stream()
                .sorted(Comparator.comparing(MemberPool::name))
                .toList();
    }

    @Override
    public List<MemberPool> first(int limit) {
        return pools.after("", limit).stream().map(PoolsForFloods::memberPool).toList();
    }

    @Override
    public boolean isMember(UUID pool, UUID person) {
        return members.isMember(pool, person);
    }

    @Override
    public RosterPart lockRoster(UUID pool) {
        long version = pools.lockRoster(pool).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new RosterPart(pool, version);
    }

    @Override
    public List<RosterPart> lockRosters(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : pools.lockRosters(ids.toArray(UUID[]::new));
    }

    private static MemberPool memberPool(Pool pool) {
        return new MemberPool(
                pool.id(), pool.slug(), pool.name(), pool.currency(), new RosterPart(pool.id(), pool.rosterVersion()));
    }
}
