package coop.pools.treasury;

import java.util.List;
import java.util.UUID;

/** Who is told when something happens to a Pool's money; implemented over its members. */
public interface PoolContacts {
    /** Until there are any. */
    PoolContacts NONE = pool -> List.of();

    /** At most a few people: whoever founded the Pool, or has been a member longest. */
    List<UUID> of(UUID pool);
}
