package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Buckets and what is in them. They are public, as the book is. */
public final class ReadBuckets {
    private final BucketStore store;
    private final Ledger ledger;

    public ReadBuckets(BucketStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** A bucket and its balance. */
    public record Filled(Bucket bucket, Money balance) {}

    /** All buckets of a Pool in the order of their opening: at most a few dozen, closed ones among them. */
    public List<Filled> ofPool(UUID pool) {
        List<Bucket> buckets = store.ofPool(pool);
        if (buckets.isEmpty()) {
            return List.of();
        }
        Map<String, Money> balances = ledger.accountBalances(pool);
        Money nothing = Money.zero(ledger.currency(pool));
        return buckets.stream()
                .map(bucket -> new Filled(bucket, inIt(bucket, balances, nothing)))
                .toList();
    }

    /** Those of {@link #ofPool} that money can go into. */
    public List<Filled> open(UUID pool) {
        return ofPool(pool).stream().filter(filled -> filled.bucket().isOpen()).toList();
    }

    /** @throws Refused NOT_FOUND */
    public Filled read(UUID id) {
        Bucket bucket = store.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return filled(bucket);
    }

    public Optional<Filled> bySlug(UUID pool, String slug) {
        return store.bySlug(pool, slug).map(this::filled);
    }

    /** In a Flood's bucket there is also what its Pools keep for it. */
    private static Money inIt(Bucket bucket, Map<String, Money> balances, Money nothing) {
        return balances.getOrDefault(bucket.account(), nothing)
                .plus(balances.getOrDefault(Accounts.keptByPools(bucket.account()), nothing));
    }

    private Filled filled(Bucket bucket) {
        Money nothing = Money.zero(ledger.currency(bucket.poolId()));
        return new Filled(bucket, inIt(bucket, ledger.accountBalances(bucket.poolId()), nothing));
    }
}
