package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Closes a bucket, as a passed proposal says; what is left in it can be spent for anything again. Called inside its
 * enactment.
 */
public final class CloseBucket {
    private final BucketStore store;
    private final Map<BodyRef.Kind, BucketBooks> books;
    private final Clock clock;

    public CloseBucket(BucketStore store, Map<BodyRef.Kind, BucketBooks> books, Clock clock) {
        this.store = store;
        this.books = Map.copyOf(books);
        this.clock = clock;
    }

    /** @throws Refused UNKNOWN_BUCKET or BUCKET_CLOSED */
    public void close(UUID proposal, BodyRef body, Action.CloseBucket action) {
        BucketBooks kind = books.get(body.kind());
        kind.hold(body.id());
        Bucket bucket = AllocateMoney.openBucket(store, body.id(), action.bucket());
        store.close(bucket.id(), clock.instant(), proposal);
        kind.empty(proposal, bucket);
    }
}
