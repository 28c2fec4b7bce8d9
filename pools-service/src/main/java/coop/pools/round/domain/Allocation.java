package coop.pools.round.domain;

import coop.pools.kernel.Money;
import java.util.UUID;

/**
 * What one person gives one bucket in a round.
 *
 * @param amount above zero
 * @param counts false once the round has ended and the person had left before
 */
public record Allocation(UUID person, UUID bucket, Money amount, boolean counts) {}
