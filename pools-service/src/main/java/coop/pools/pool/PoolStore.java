package coop.pools.pool;

import coop.pools.governance.domain.RosterPart;
import coop.pools.pool.domain.Pool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pools. The row's lock is the lock of the Pool's roster. */
public interface PoolStore {
    /** Answers 0 when the slug is taken or the group has a Pool already. */
    int insert(Pool pool, String source, String groupId);

    Optional<Pool> find(UUID id);

    Optional<Pool> bySlug(String slug);

    Optional<Pool> byGroup(String source, String groupId);

    /** At most five hundred; unknown ids are left out. */
    List<Pool> byIds(List<UUID> ids);

    /** Pools after a slug, in the order of slugs. */
    List<Pool> after(String slug, int limit);

    /** This slug and those that begin with it and a hyphen, where they exist. */
    List<String> slugsFrom(String slug);

    void changeForm(UUID pool, String legalForm);

    /** The present roster version; nobody joins or leaves until the transaction ends. Empty: no such Pool. */
    Optional<Long> lockRoster(UUID pool);

    /** The same for many, in the order of their ids; those that exist. */
    List<RosterPart> lockRosters(UUID[] pools);

    /** Makes the next roster version; the roster must be locked. */
    void raiseRoster(UUID pool);
}
