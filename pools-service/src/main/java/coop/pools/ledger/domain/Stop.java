package coop.pools.ledger.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A freeze, lasting or over.
 *
 * @param liftedAt empty while it lasts
 */
public record Stop(Freeze freeze, Optional<Instant> liftedAt) {}
