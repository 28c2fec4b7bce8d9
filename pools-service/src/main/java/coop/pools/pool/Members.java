package coop.pools.pool;

import java.util.UUID;

/** What a Pool asks of its membership; implemented there. */
public interface Members {
    /** Whether the person is a member at this moment. */
    boolean isMember(UUID pool, UUID person);

    /** How many members there are at this moment. */
    long count(UUID pool);
}
