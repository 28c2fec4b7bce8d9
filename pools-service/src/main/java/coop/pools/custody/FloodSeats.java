package coop.pools.custody;

import java.util.List;
import java.util.UUID;

/** What stewards of Floods hang on; implemented in the wiring. */
public interface FloodSeats {
    /** The distinct Pools of a Flood at all levels, in the order of their ids; none of the commons of all Pools. */
    List<UUID> pools(UUID flood);

    boolean isMember(UUID flood, UUID person);

    /** Whether the compact says that the people elect them. */
    boolean elects(UUID flood);
}
