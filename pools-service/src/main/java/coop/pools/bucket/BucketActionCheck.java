package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.treasury.TreasuryRefusal;
import java.util.Map;

/** Refuses what could never be done with a bucket: one of another Pool, a closed one, another currency. */
public final class BucketActionCheck implements ActionCheck {
    private final BucketStore store;
    private final Bodies bodies;

    public BucketActionCheck(BucketStore store, Bodies bodies) {
        this.store = store;
        this.bodies = bodies;
    }

    /** @throws Refused UNKNOWN_BUCKET, BUCKET_CLOSED or WRONG_CURRENCY */
    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.Allocate allocate) {
            requireOpen(body, allocate.bucket());
            requireCurrency(body, allocate.amount());
        } else if (action instanceof Action.CloseBucket close) {
            requireOpen(body, close.bucket());
        } else if (action instanceof Action.Pay pay) {
            pay.bucket().ifPresent(bucket -> requireOpen(body, bucket));
        }
    }

    private void requireOpen(BodyRef body, String slug) {
        Bucket bucket = store.bySlug(body.id(), slug)
                .orElseThrow(() -> new Refused(BucketRefusal.UNKNOWN_BUCKET, Map.of("field", "action.bucket")));
        if (!bucket.isOpen()) {
            throw new Refused(BucketRefusal.BUCKET_CLOSED, Map.of("field", "action.bucket", "name", bucket.name()));
        }
    }

    private void requireCurrency(BodyRef body, Money amount) {
        String currency = bodies.read(body).currency();
        if (!amount.currency().getCurrencyCode().equals(currency)) {
            throw new Refused(TreasuryRefusal.WRONG_CURRENCY, Map.of("field", "action.amount", "currency", currency));
        }
    }
}
