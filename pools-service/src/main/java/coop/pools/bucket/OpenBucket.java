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
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens an empty bucket; any member may. It moves no money: what goes in comes from contributors who choose it or from
 * a vote, and what goes out goes by vote.
 */
public final class OpenBucket {
    /** Open at a time; more are a list that nobody reads. */
    public static final int MOST_OPEN = 20;

    private final AddBucket add;
    private final Bodies bodies;

    public OpenBucket(Transactions transactions, BucketStore store, Bodies bodies, Clock clock) {
        this.add = new AddBucket(transactions, store, clock);
        this.bodies = bodies;
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
        return add.add(pool, person, wish);
    }
}
