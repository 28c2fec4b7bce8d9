package coop.pools.commons;

import coop.pools.commons.domain.Stretch;
import coop.pools.treasury.PlatformPart;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is published about the commons, and what of each payment is the platform's. Nothing is ever changed. */
public interface CommonsStore {
    /** In their order; empty before the first publishing. */
    List<Stretch> stretches();

    /** False when there is one with that number. */
    boolean insert(Stretch stretch);

    /** False when it is there. */
    boolean insertOperator(UUID book, String slug, String name);

    /** False when it is there. */
    boolean insertPart(UUID contribution, String currency, PlatformPart.Kept kept);

    Optional<PlatformPart.Kept> part(UUID contribution);

    /** The currencies of all Pools, by code. */
    List<String> currencies();
}
