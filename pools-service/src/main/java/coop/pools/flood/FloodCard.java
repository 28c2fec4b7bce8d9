package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;

/**
 * A Flood in a list.
 *
 * @param pools how many belong to it now
 * @param people the distinct people of these Pools
 * @param available free to be spent
 */
public record FloodCard(Flood flood, int pools, long people, Money available) {}
