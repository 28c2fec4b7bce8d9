package coop.pools.bucket;

import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.pool.domain.Slug;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens an empty bucket; any member may. It moves no money: what goes in comes from contributors who choose it or from
 * a vote, and what goes out goes by vote.
 */
public final class OpenBucket {
    /** Open at a time; more are a list that nobody reads. */
    public static final int MOST_OPEN = 20;

    /** Each loses against another bucket with the same address that was opened at the same time. */
    private static final int MOST_ROUNDS = 5;

    private final Transactions transactions;
    private final BucketStore store;
    private final Bodies bodies;
    private final Clock clock;

    public OpenBucket(Transactions transactions, BucketStore store, Bodies bodies, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A bucket to open; the id comes with the form or the idempotency key. */
    public record Wish(UUID id, BodyRef.Kind kind, String bodySlug, String name, String purpose, Optional<Money> goal) {
        /** In a Pool. */
        public Wish(UUID id, String poolSlug, String name, String purpose, Optional<Money> goal) {
            this(id, BodyRef.Kind.POOL, poolSlug, name, purpose, goal);
        }
    }

    /**
     * @throws Refused NOT_FOUND, MEMBERS_ONLY, TOO_MANY_BUCKETS, BUCKET_NAME_TAKEN, BUCKET_EXISTS, SIGN_IN_REQUIRED or
     *     SCOPE_MISSING
     */
    public Bucket open(Caller caller, Wish wish) {
        UUID person = caller.require(Scope.ORGANISE);
        BodyRef pool =
                bodies.bySlug(wish.kind(), wish.bodySlug()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!bodies.isMember(pool, person)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        return transactions.inTransaction(() -> store.find(wish.id())
                .map(present -> same(present, pool, person, wish))
                .orElseGet(() -> opened(pool, person, wish)));
    }

    private Bucket opened(BodyRef pool, UUID person, Wish wish) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Bucket bucket = planned(pool, person, wish);
            if (store.insert(bucket) == 1) {
                return bucket;
            }
            // Somebody else has just taken the id or the address: now it can be seen which, and by what.
            Optional<Bucket> taken = store.find(wish.id());
            if (taken.isPresent()) {
                return same(taken.get(), pool, person, wish);
            }
        }
        throw new Refused(CommonRefusal.TRY_AGAIN);
    }

    private Bucket planned(BodyRef pool, UUID person, Wish wish) {
        List<Bucket> present = store.ofPool(pool.id());
        List<Bucket> open = present.stream().filter(Bucket::isOpen).toList();
        if (open.stream().anyMatch(bucket -> bucket.name().equalsIgnoreCase(wish.name()))) {
            throw new Refused(BucketRefusal.BUCKET_NAME_TAKEN, Map.of("field", "name", "name", wish.name()));
        }
        if (open.size() >= MOST_OPEN) {
            throw new Refused(BucketRefusal.TOO_MANY_BUCKETS, Map.of("most", MOST_OPEN));
        }
        String slug = Slug.free(
                Slug.of(wish.name()), present.stream().map(Bucket::slug).toList());
        return new Bucket(
                wish.id(),
                pool.id(),
                slug,
                wish.name(),
                wish.purpose(),
                wish.goal(),
                person,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }

    private static Bucket same(Bucket present, BodyRef pool, UUID person, Wish wish) {
        boolean same = present.poolId().equals(pool.id())
                && present.openedBy().equals(person)
                && present.name().equals(wish.name());
        if (!same) {
            throw new Refused(BucketRefusal.BUCKET_EXISTS);
        }
        return present;
    }
}
