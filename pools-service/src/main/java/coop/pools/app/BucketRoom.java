package coop.pools.app;

import coop.pools.bucket.AllocateMoney;
import coop.pools.bucket.BucketActionCheck;
import coop.pools.bucket.BucketBooks;
import coop.pools.bucket.BucketStore;
import coop.pools.bucket.BucketsOfPools;
import coop.pools.bucket.CloseBucket;
import coop.pools.bucket.OpenBucket;
import coop.pools.bucket.PoolBucketBooks;
import coop.pools.bucket.ReadBuckets;
import coop.pools.bucket.SweepClosedBuckets;
import coop.pools.bucket.domain.Bucket;
import coop.pools.bucket.sql.SqlBucketStore;
import coop.pools.bucket.web.BucketPages;
import coop.pools.bucket.web.BucketsApi;
import coop.pools.enactment.CarryOutActions;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.ledger.BucketNames;
import coop.pools.treasury.Buckets;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;
import java.util.stream.Collectors;

/** Buckets. */
final class BucketRoom {
    final ReadBuckets readBuckets;
    final BucketActionCheck actionCheck;
    final CarryOutActions.BucketDeeds deeds;
    final Buckets ofPools;
    final BucketNames names;
    final SweepClosedBuckets sweep;
    final OpenBucket openBucket;
    private final Bodies bodies;
    private final Foundation foundation;

    BucketRoom(
            Foundation foundation,
            LedgerRoom ledger,
            Bodies bodies,
            BucketBooks ofFloods,
            CarryOutActions.RoundDeeds rounds) {
        this.foundation = foundation;
        this.bodies = bodies;
        BucketStore store = foundation.store(SqlBucketStore.class);
        ofPools = new BucketsOfPools(store);
        // Buckets of Floods are kept in the same place.
        names = book -> store.ofPool(book).stream().collect(Collectors.toMap(Bucket::slug, Bucket::name));
        readBuckets = new ReadBuckets(store, ledger.ledger);
        actionCheck = new BucketActionCheck(store, bodies);
        openBucket = new OpenBucket(foundation.transactions(), store, bodies, foundation.clock());
        sweep = new SweepClosedBuckets(foundation.transactions(), store, ledger.ledger, foundation.clock());
        Map<BodyRef.Kind, BucketBooks> books = Map.of(
                BodyRef.Kind.POOL,
                new PoolBucketBooks(ledger.ledger, foundation.clock()),
                BodyRef.Kind.FLOOD,
                ofFloods);
        deeds = new CarryOutActions.BucketDeeds(
                new AllocateMoney(store, books), new CloseBucket(store, books, foundation.clock()), rounds);
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new BucketsApi(openBucket, readBuckets, bodies, foundation.ids()));
        jersey.register(new BucketPages(foundation.pages(), openBucket, readBuckets, bodies));
    }
}
