package coop.pools.membership;

import java.util.UUID;

/** Who wants to know that somebody has left a Pool; implemented above. Told after the leaving stands. */
public interface Farewells {
    /** Nobody wants to know. */
    Farewells NONE = (person, pool) -> {};

    /** Being told again must be harmless. */
    void left(UUID person, UUID pool);
}
