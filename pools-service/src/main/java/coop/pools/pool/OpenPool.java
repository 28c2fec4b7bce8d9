package coop.pools.pool;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.pool.domain.Pool;
import coop.pools.pool.domain.Slug;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the Pool itself, with a slug of its own. Runs in the transaction of its founding. */
public final class OpenPool {
    /** How often another may take the slug at the same moment. */
    private static final int MOST_TRIES = 20;

    private final PoolStore store;
    private final Clock clock;

    public OpenPool(PoolStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The new Pool, with an empty roster.
     *
     * @throws Refused {@link PoolRefusal#POOL_EXISTS} when the group has one
     */
    public Pool open(UUID id, String name, String currency, String legalForm, Group group) {
        String wanted = Slug.of(name);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Optional<Pool> present = store.byGroup(group.source(), group.id());
            if (present.isPresent()) {
                throw exists(present.get());
            }
            String slug = Slug.free(wanted, store.slugsFrom(wanted));
            Pool pool = new Pool(id, slug, name, currency, legalForm, 0, clock.instant());
            if (store.insert(pool, group.source(), group.id()) == 1) {
                return pool;
            }
        }
        throw new Refused(CommonRefusal.TRY_AGAIN);
    }

    /** The refusal that leads to the Pool there is. */
    public static Refused exists(Pool pool) {
        return new Refused(PoolRefusal.POOL_EXISTS, Map.of("slug", pool.slug(), "name", pool.name()));
    }

    /** A group at its source. */
    public record Group(String source, String id) {}
}
