package coop.pools.flood;

import coop.pools.bucket.BucketBooks;
import coop.pools.bucket.PoolBucketBooks;
import coop.pools.bucket.domain.Bucket;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Buckets in a Flood's book. Filling one draws on the Pools as a payment would; each part stays its Pool's, and goes
 * home with it when it leaves. Nothing moves in the Pools' own books.
 */
public final class FloodBucketBooks implements BucketBooks {
    private final Places places;
    private final CostShares shares;
    private final Ledger ledger;
    private final Clock clock;

    public FloodBucketBooks(Places places, CostShares shares, Ledger ledger, Clock clock) {
        this.places = places;
        this.shares = shares;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void hold(UUID book) {
        places.lock(book);
    }

    @Override
    public void fill(UUID proposal, Bucket bucket, Money amount) {
        Flood flood = places.flood(bucket.poolId());
        String memo = "Put into the bucket " + bucket.name();
        List<Transfer> transfers = new ArrayList<>();
        for (Share share : shares.split(flood, amount, Optional.empty(), CostShares.Use.SET_APART)) {
            Fund fund = share.fund();
            String held = fund.asset(bucket.account());
            String part = fund.inBucket(bucket.slug(), share.member().key());
            transfers.add(new Transfer(held, fund.asset(Accounts.AVAILABLE), share.amount(), memo));
            transfers.add(new Transfer(share.source(), part, share.amount(), memo + of(share.member())));
        }
        post(new Cause(PoolBucketBooks.FILLED, proposal), bucket, transfers);
    }

    @Override
    public void empty(UUID proposal, Bucket bucket) {
        Flood flood = places.flood(bucket.poolId());
        String memo = "Left over in the bucket " + bucket.name();
        Map<String, Money> accounts = ledger.accountBalances(flood.id());
        List<Transfer> transfers = new ArrayList<>();
        for (Member pool : places.members(flood.id())) {
            for (Fund fund : Fund.values()) {
                String part = fund.inBucket(bucket.slug(), pool.key());
                Money left = accounts.get(part);
                if (left != null && left.isPositive()) {
                    String held = fund.asset(bucket.account());
                    transfers.add(new Transfer(fund.asset(Accounts.AVAILABLE), held, left, memo));
                    transfers.add(new Transfer(part, fund.free(pool.key()), left, memo + of(pool)));
                }
            }
        }
        if (!transfers.isEmpty()) {
            post(new Cause(PoolBucketBooks.CLOSED, proposal), bucket, transfers);
        }
    }

    private static String of(Member pool) {
        return ", share of " + pool.name();
    }

    private void post(Cause cause, Bucket bucket, List<Transfer> transfers) {
        ledger.post(new Posting(bucket.poolId(), cause, clock.instant(), "proposal:" + cause.id(), transfers));
    }
}
