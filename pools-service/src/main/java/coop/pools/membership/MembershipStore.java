package coop.pools.membership;

import coop.pools.membership.domain.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is and was a member. Written only under the lock of the Pool's roster. */
public interface MembershipStore {
    void insert(Membership membership);

    /** Ends the present stay; answers 0 when there is none. */
    int end(UUID pool, UUID person, long leftVersion, Instant leftAt);

    Optional<Membership> present(UUID pool, UUID person);

    /** Whether the person is or ever was a member. */
    boolean wasEver(UUID pool, UUID person);

    /** Notes that a member takes part; nothing happens when there is no such member. */
    void active(UUID pool, UUID person, Instant at);

    /** Whether a member has taken no part since then. */
    boolean isSilent(UUID pool, UUID person, Instant since);

    /** The highest number given so far; 0 in a new Pool. */
    int lastNumber(UUID pool);

    /** Names the vote that ended the stay which ended with this version. */
    void markRemoved(UUID pool, UUID person, long leftVersion, UUID proposal);

    /** Whether a vote ended the person's last stay, and they have not come back since. */
    boolean wasRemoved(UUID pool, UUID person);

    /** People who were put out, and those who want to know have not been told. */
    List<Removed> removed(int limit);

    void farewell(UUID pool, UUID person, Instant at);

    /** Somebody who was put out. */
    record Removed(UUID poolId, UUID personId) {}

    long count(UUID pool);

    /** At most five hundred; Pools without members are left out. */
    List<PoolCount> counts(List<UUID> pools);

    /** Present members after a number, in the order of numbers. */
    List<Membership> after(UUID pool, int number, int limit);

    /** Present members of these Pools: the first of each, who has number 1, and those of these people. */
    List<Membership> firstAnd(UUID[] pools, UUID[] people);

    /** Present members of these Pools who have exactly this name, first those who have been there longest. */
    List<Membership> named(String name, UUID[] pools, int limit);

    /** The distinct people of {@link #named}, in no order. */
    List<UUID> namesakes(String name, UUID[] pools, int limit);

    /** Present memberships of a person, oldest first. */
    List<Membership> of(UUID person);

    /** How many members a Pool has. */
    record PoolCount(UUID poolId, long members) {}
}
