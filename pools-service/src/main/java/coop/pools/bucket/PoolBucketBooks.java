package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Buckets in a Pool's own book. */
public final class PoolBucketBooks implements BucketBooks {
    /** The causes of filling and emptying, in every book. */
    public static final String FILLED = "bucket-filled";

    public static final String CLOSED = "bucket-closed";

    private final Ledger ledger;
    private final Clock clock;

    public PoolBucketBooks(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void hold(UUID book) {
        ledger.hold(book);
    }

    @Override
    public void fill(UUID proposal, Bucket bucket, Money amount) {
        post(
                new Cause(FILLED, proposal),
                bucket,
                new Transfer(bucket.account(), Accounts.AVAILABLE, amount, "Put into the bucket " + bucket.name()));
    }

    @Override
    public void empty(UUID proposal, Bucket bucket) {
        Money left = ledger.balance(bucket.poolId(), bucket.account());
        if (left.isPositive()) {
            post(
                    new Cause(CLOSED, proposal),
                    bucket,
                    new Transfer(
                            Accounts.AVAILABLE, bucket.account(), left, "Left over in the bucket " + bucket.name()));
        }
    }

    private void post(Cause cause, Bucket bucket, Transfer transfer) {
        ledger.post(new Posting(bucket.poolId(), cause, clock.instant(), "proposal:" + cause.id(), List.of(transfer)));
    }
}
