package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Moves a body's unallocated money into a bucket, as a passed proposal says. Called inside its enactment. */
public final class AllocateMoney {
    private final BucketStore store;
    private final Map<BodyRef.Kind, BucketBooks> books;

    public AllocateMoney(BucketStore store, Map<BodyRef.Kind, BucketBooks> books) {
        this.store = store;
        this.books = Map.copyOf(books);
    }

    /** @throws Refused UNKNOWN_BUCKET, BUCKET_CLOSED, INSUFFICIENT_FUNDS or FLOOD_SHORTFALL, and nothing moves */
    public void allocate(UUID proposal, BodyRef body, Action.Allocate action) {
        BucketBooks kind = books.get(body.kind());
        kind.hold(body.id());
        kind.fill(proposal, openBucket(store, body.id(), action.bucket()), action.amount());
    }

    static Bucket openBucket(BucketStore store, UUID book, String slug) {
        return requireOpen(store.lock(book, slug));
    }

    static Bucket requireOpen(Optional<Bucket> found) {
        Bucket bucket =
                found.orElseThrow(() -> new Refused(BucketRefusal.UNKNOWN_BUCKET, Map.of("field", "action.bucket")));
        if (!bucket.isOpen()) {
            throw new Refused(BucketRefusal.BUCKET_CLOSED, Map.of("field", "action.bucket", "name", bucket.name()));
        }
        return bucket;
    }
}
