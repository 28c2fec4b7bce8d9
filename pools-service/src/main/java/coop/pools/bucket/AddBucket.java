package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.pool.domain.Slug;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds an empty bucket to a body, with an address of its own. Called by what may do so. Those of one body are added one
 * after the other, so that many at once are no more than there may be.
 */
final class AddBucket {
    /** Each loses against another bucket with the same address that was opened at the same time. */
    private static final int MOST_ROUNDS = 5;

    private final Transactions transactions;
    private final BucketStore store;
    private final Clock clock;

    AddBucket(Transactions transactions, BucketStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** @throws Refused TOO_MANY_BUCKETS, BUCKET_NAME_TAKEN, BUCKET_EXISTS or TRY_AGAIN */
    Bucket add(BodyRef body, UUID person, OpenBucket.Wish wish) {
        return transactions.inTurn(
                body.id(),
                () -> store.find(wish.id())
                        .map(present -> same(present, body, person, wish))
                        .orElseGet(() -> added(body, person, wish)));
    }

    private Bucket added(BodyRef body, UUID person, OpenBucket.Wish wish) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Bucket bucket = planned(body, person, wish);
            if (store.insert(bucket) == 1) {
                return bucket;
            }
            // Somebody else has just taken the id or the address: now it can be seen which, and by what.
            Optional<Bucket> taken = store.find(wish.id());
            if (taken.isPresent()) {
                return same(taken.get(), body, person, wish);
            }
        }
        throw new Refused(CommonRefusal.TRY_AGAIN);
    }

    /** Refuses more open buckets than there may be, and a name that another one has. */
    static void check(List<Bucket> present, String name, int more) {
        List<Bucket> open = present.stream().filter(Bucket::isOpen).toList();
        if (open.stream().anyMatch(bucket -> bucket.name().equalsIgnoreCase(name))) {
            throw new Refused(BucketRefusal.BUCKET_NAME_TAKEN, Map.of("field", "name", "name", name));
        }
        if (open.size() + more > OpenBucket.MOST_OPEN) {
            throw new Refused(BucketRefusal.TOO_MANY_BUCKETS, Map.of("most", OpenBucket.MOST_OPEN));
        }
    }

    private Bucket planned(BodyRef body, UUID person, OpenBucket.Wish wish) {
        List<Bucket> present = store.ofPool(body.id());
        check(present, wish.name(), 1);
        String slug = Slug.free(
                Slug.of(wish.name()), present.stream().map(Bucket::slug).toList());
        return new Bucket(
                wish.id(),
                body.id(),
                slug,
                wish.name(),
                wish.purpose(),
                wish.goal(),
                person,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }

    private static Bucket same(Bucket present, BodyRef body, UUID person, OpenBucket.Wish wish) {
        boolean same = present.poolId().equals(body.id())
                && present.openedBy().equals(person)
                && present.name().equals(wish.name());
        if (!same) {
            throw new Refused(BucketRefusal.BUCKET_EXISTS);
        }
        return present;
    }
}
