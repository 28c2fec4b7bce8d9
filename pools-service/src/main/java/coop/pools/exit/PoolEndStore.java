package coop.pools.exit;

import coop.pools.exit.domain.PoolEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pools that end or have ended. */
public interface PoolEndStore {
    /** Answers 0 when the Pool is ending already. */
    int insert(PoolEnd end);

    Optional<PoolEnd> find(UUID pool);

    /** Locked until the transaction ends. */
    Optional<PoolEnd> lock(UUID pool);

    /** Those that are due to be looked at, the longest waiting first. */
    List<UUID> due(Instant now, int limit);

    void again(UUID pool, Instant at);

    void claimed(UUID pool, int upTo);

    void ended(UUID pool, Instant at);
}
