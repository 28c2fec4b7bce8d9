package coop.pools.pool;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.pool.domain.Pool;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds Pools. Everybody may know which there are. */
public final class ReadPools {
    private static final int CHUNK = 500;

    private final PoolStore store;

    public ReadPools(PoolStore store) {
        this.store = store;
    }

    /** @throws Refused {@link CommonRefusal#NOT_FOUND} */
    public Pool bySlug(String slug) {
        return store.bySlug(slug).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    public Optional<Pool> find(UUID id) {
        return store.find(id);
    }

    /** The Pool of a group at its source. */
    public Optional<Pool> byGroup(String source, String groupId) {
        return store.byGroup(source, groupId);
    }

    /** By id; unknown ids are left out. */
    public Map<UUID, Pool> byIds(Collection<UUID> ids) {
        List<UUID> all = ids.stream().distinct().toList();
        Map<UUID, Pool> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<UUID> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            store.byIds(part).forEach(pool -> found.put(pool.id(), pool));
        }
        return found;
    }

    /** All Pools in the order of their slugs: at most {@code limit} after a slug, which may be empty. */
    public List<Pool> list(String afterSlug, int limit) {
        return store.after(afterSlug, limit);
    }
}
