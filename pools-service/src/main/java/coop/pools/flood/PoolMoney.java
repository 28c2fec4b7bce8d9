package coop.pools.flood;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * Where Pools' money is; told where their custody is kept.
 *
 * @param own whether it is on an account of the Pool's own, from which its stewards pay
 * @param opening whether the Pool has chosen such an account that is not in use yet
 */
public record PoolMoney(Predicate<UUID> own, Predicate<UUID> opening) {}
