package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves a Pool's unallocated money into a bucket, as a passed proposal says. Called inside its enactment. */
public final class AllocateMoney {
    private final BucketStore store;
    private final Ledger ledger;
    private final Clock clock;

    public AllocateMoney(BucketStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused UNKNOWN_BUCKET, BUCKET_CLOSED or INSUFFICIENT_FUNDS, and nothing moves */
    public void allocate(UUID proposal, UUID pool, Action.Allocate action) {
        Bucket bucket = openBucket(store, pool, action.bucket());
        Transfer transfer = new Transfer(
                bucket.account(), Accounts.AVAILABLE, action.amount(), "Put into the bucket " + bucket.name());
        ledger.post(new Posting(
                pool,
                new Cause("bucket-filled", proposal),
                clock.instant(),
                "proposal:" + proposal,
                List.of(transfer)));
    }

    static Bucket openBucket(BucketStore store, UUID pool, String slug) {
        Bucket bucket = store.lock(pool, slug)
                .orElseThrow(() -> new Refused(BucketRefusal.UNKNOWN_BUCKET, Map.of("field", "action.bucket")));
        if (!bucket.isOpen()) {
            throw new Refused(BucketRefusal.BUCKET_CLOSED, Map.of("field", "action.bucket", "name", bucket.name()));
        }
        return bucket;
    }
}
