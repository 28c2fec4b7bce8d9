package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Clock;
import java.util.List;

/**
 * Money may come to a bucket after its closing: a card payment that settles late, a payout that comes back. It follows
 * what the closing moved.
 */
public final class SweepClosedBuckets implements DueWork {
    private final Transactions transactions;
    private final BucketStore store;
    private final Ledger ledger;
    private final Clock clock;

    public SweepClosedBuckets(Transactions transactions, BucketStore store, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-buckets";
    }

    @Override
    public int run(int atMost) {
        List<Bucket> late = store.closedWithMoney(atMost);
        late.forEach(bucket -> transactions.inTransaction(() -> sweep(bucket)));
        return late.size();
    }

    private void sweep(Bucket bucket) {
        ledger.hold(bucket.poolId());
        Money left = ledger.balance(bucket.poolId(), bucket.account());
        if (left.isPositive()) {
            // The number of entries tells one sweep from the next: the book is locked.
            String which = bucket.id() + ":" + ledger.size(bucket.poolId());
            Transfer transfer = new Transfer(
                    Accounts.AVAILABLE, bucket.account(), left, "Came late to the closed bucket " + bucket.name());
            ledger.post(new Posting(
                    bucket.poolId(),
                    new Cause("bucket-swept", IdSource.derivedId("bucket-swept", which)),
                    clock.instant(),
                    bucket.closedBy().map(proposal -> "proposal:" + proposal).orElseThrow(),
                    List.of(transfer)));
        }
    }
}
