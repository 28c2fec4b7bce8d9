package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.treasury.Buckets;
import java.util.List;
import java.util.UUID;

/** Buckets, as the treasury asks about them. */
public final class BucketsOfPools implements Buckets {
    private final BucketStore store;

    public BucketsOfPools(BucketStore store) {
        this.store = store;
    }

    @Override
    public boolean isOpen(UUID pool, String slug) {
        return store.bySlug(pool, slug).filter(Bucket::isOpen).isPresent();
    }

    @Override
    public List<Named> open(UUID pool) {
        return store.ofPool(pool).stream()
                .filter(Bucket::isOpen)
                .map(bucket -> new Named(bucket.slug(), bucket.name()))
                .toList();
    }

    @Override
    public String name(UUID pool, String slug) {
        return store.bySlug(pool, slug).map(Bucket::name).orElse(slug);
    }
}
