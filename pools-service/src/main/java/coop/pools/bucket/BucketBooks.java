package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.Money;
import java.util.UUID;

/**
 * How money goes into and out of the buckets of one kind of body: in a Pool's own book, or in a Flood's, where each
 * part stays some Pool's. Called inside a transaction.
 */
public interface BucketBooks {
    /** Holds what has to be held before a bucket's row is. */
    void hold(UUID book);

    /** @throws coop.pools.kernel.Refused INSUFFICIENT_FUNDS or FLOOD_SHORTFALL, and nothing moves */
    void fill(UUID proposal, Bucket bucket, Money amount);

    /** What is in it can be spent for anything again. */
    void empty(UUID proposal, Bucket bucket);
}
