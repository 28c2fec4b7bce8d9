package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
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
                .map(bucket -> new Filled(bucket, balances.getOrDefault(bucket.account(), nothing)))
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

    private Filled filled(Bucket bucket) {
        return new Filled(bucket, ledger.balance(bucket.poolId(), bucket.account()));
    }
}
