package coop.pools.treasury;

import java.time.Instant;
import java.util.UUID;

/** Whether what somebody gave to a Pool went into their share when they left; implemented above. */
public interface Parted {
    boolean since(UUID pool, UUID person, Instant paidAt);
}
