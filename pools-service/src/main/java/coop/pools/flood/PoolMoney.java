package coop.pools.flood;

import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Where Pools' money is; told where their custody is kept.
 *
 * @param own whether it is on an account of the Pool's own, from which its stewards pay
 * @param opening whether the Pool has chosen such an account that is not in use yet
 * @param stewards how many stewards the Pool has
 */
public record PoolMoney(Predicate<UUID> own, Predicate<UUID> opening, ToIntFunction<UUID> stewards) {
    /** One sends, another one sees that it has gone out. */
    private static final int CARRIERS = 2;

    /** Whether the Pool pays itself, and has too few stewards to do so. */
    public boolean lacksStewards(UUID pool) {
        return own.test(pool) && stewards.applyAsInt(pool) < CARRIERS;
    }
}
