package coop.pools.overview;

import coop.pools.kernel.Money;
import coop.pools.pool.domain.Pool;

/** A Pool in a list: its members, what it can spend, and how many votes are open. */
public record PoolCard(Pool pool, long members, Money available, int openVotes) {}
