package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Closes a bucket, as a passed proposal says; what is left in it can be spent for anything again. Called inside its
 * enactment.
 */
public final class CloseBucket {
    private final BucketStore store;
    private final Ledger ledger;
    private final Clock clock;

    public CloseBucket(BucketStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused UNKNOWN_BUCKET or BUCKET_CLOSED */
    public void close(UUID proposal, UUID pool, Action.CloseBucket action) {
        ledger.hold(pool);
        Bucket bucket = AllocateMoney.openBucket(store, pool, action.bucket());
        store.close(bucket.id(), clock.instant(), proposal);
        Money left = ledger.balance(pool, bucket.account());
        if (left.isPositive()) {
            Transfer transfer = new Transfer(
                    Accounts.AVAILABLE, bucket.account(), left, "Left over in the bucket " + bucket.name());
            ledger.post(new Posting(
                    pool,
                    new Cause("bucket-closed", proposal),
                    clock.instant(),
                    "proposal:" + proposal,
                    List.of(transfer)));
        }
    }
}
