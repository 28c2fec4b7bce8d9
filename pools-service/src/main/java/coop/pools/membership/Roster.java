package coop.pools.membership;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.membership.domain.Membership;
import coop.pools.pool.PoolStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The one place where people enter and leave a Pool's roster. Works inside the caller's transaction, under the lock of
 * the Pool's row, so that no vote opens half-way and nobody enters twice.
 */
public final class Roster {
    private final PoolStore pools;
    private final MembershipStore store;
    private final Clock clock;

    public Roster(PoolStore pools, MembershipStore store, Clock clock) {
        this.pools = pools;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Holds the roster still until the transaction ends.
     *
     * @throws Refused {@link CommonRefusal#NOT_FOUND} when there is no such Pool
     */
    public Held hold(UUID pool) {
        return new Held(pool, pools.lockRoster(pool).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
    }

    /** A roster under lock. */
    public final class Held {
        private final UUID pool;
        private final long version;

        private Held(UUID pool, long version) {
            this.pool = pool;
            this.version = version;
        }

        public Optional<Membership> present(UUID person) {
            return store.present(pool, person);
        }

        /** Whether there are no members, although there were. */
        public boolean isDeserted() {
            return store.count(pool) == 0 && store.lastNumber(pool) > 0;
        }

        public boolean wasEver(UUID person) {
            return store.wasEver(pool, person);
        }

        /**
         * Makes the person a member; they must not be one.
         *
         * @throws Refused {@link MembershipRefusal#POOL_FULL}
         */
        public Membership enter(UUID person, OptionalInt cap) {
            if (cap.isPresent() && store.count(pool) >= cap.getAsInt()) {
                throw new Refused(MembershipRefusal.POOL_FULL, Map.of("cap", cap.getAsInt()));
            }
            Membership membership = new Membership(
                    pool,
                    person,
                    store.lastNumber(pool) + 1,
                    version + 1,
                    Optional.empty(),
                    clock.instant(),
                    Optional.empty());
            pools.raiseRoster(pool);
            store.insert(membership);
            return membership;
        }

        /** Whether the last stay was ended by a vote. */
        public boolean wasRemoved(UUID person) {
            return store.wasRemoved(pool, person);
        }

        /**
         * Ends the person's membership by a vote.
         *
         * @throws Refused {@link MembershipRefusal#NOT_A_MEMBER}
         */
        public void remove(UUID person, UUID proposal) {
            leave(person);
            store.markRemoved(pool, person, version + 1, proposal);
        }

        /**
         * Ends the person's membership.
         *
         * @throws Refused {@link MembershipRefusal#NOT_A_MEMBER}
         */
        public void leave(UUID person) {
            if (store.end(pool, person, version + 1, clock.instant()) == 0) {
                throw new Refused(MembershipRefusal.NOT_A_MEMBER);
            }
            pools.raiseRoster(pool);
        }
    }
}
