package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Buckets that a vote opens, fills or leaves empty among other things. Called inside its enactment. */
public final class NewBuckets {
    private final Transactions transactions;
    private final BucketStore store;
    private final ReadBuckets read;
    private final AddBucket add;

    public NewBuckets(Transactions transactions, BucketStore store, ReadBuckets read, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.read = read;
        this.add = new AddBucket(transactions, store, clock);
    }

    /**
     * Whether a vote could be carried out that fills some buckets and opens others.
     *
     * @throws coop.pools.kernel.Refused UNKNOWN_BUCKET, BUCKET_CLOSED, BUCKET_NAME_TAKEN or TOO_MANY_BUCKETS
     */
    public void check(BodyRef body, List<String> slugs, List<String> names) {
        slugs.forEach(slug -> AllocateMoney.requireOpen(store.bySlug(body.id(), slug)));
        List<Bucket> present = store.ofPool(body.id());
        names.forEach(name -> AddBucket.check(present, name, names.size()));
    }

    /** Waits until nobody else adds buckets to the body. For whoever holds its book, too: this comes first. */
    public void holdTurn(BodyRef body) {
        transactions.inTurn(body.id(), () -> {});
    }

    /** @throws coop.pools.kernel.Refused TOO_MANY_BUCKETS, BUCKET_NAME_TAKEN or BUCKET_EXISTS */
    public Bucket add(BodyRef body, UUID person, OpenBucket.Wish wish) {
        return add.add(body, person, wish);
    }

    /** @throws coop.pools.kernel.Refused UNKNOWN_BUCKET or BUCKET_CLOSED */
    public Bucket open(BodyRef body, String slug) {
        return AllocateMoney.openBucket(store, body.id(), slug);
    }

    /** A bucket as it is until the transaction ends. */
    public Bucket lock(UUID id) {
        Bucket found = store.find(id).orElseThrow();
        return store.lock(found.poolId(), found.slug()).orElseThrow();
    }

    /** Closes one that is open and has nothing in it; leaves others as they are. */
    public void closeEmpty(Bucket bucket, UUID proposal, Instant at) {
        if (bucket.isOpen() && read.read(bucket.id()).balance().isZero()) {
            store.close(bucket.id(), at, proposal);
        }
    }
}
