package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Invitation;
import coop.pools.flood.domain.Stay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps Floods, who was invited, and which Pool belonged when. */
public interface FloodStore {
    /** False when the id or the slug is in use; nothing is written then. */
    boolean insert(Flood flood);

    Optional<Flood> find(UUID id);

    Optional<Flood> bySlug(String slug);

    /** Waits for others and holds the Flood until the transaction ends: everything that moves its stakes does. */
    Optional<Flood> lock(UUID id);

    void setState(UUID id, FloodState state);

    /** By slug, after the given one. */
    List<Flood> list(String afterSlug, int limit);

    /** Floods that have invited this Pool, by slug. */
    List<Flood> invitedFloods(UUID pool, int limit);

    void insertInvitation(Invitation invitation);

    /** Ended ones too, in the order of the Pools' ids. */
    List<Invitation> invitations(UUID flood);

    /** Renews a consent that has ended, or takes the place of an unanswered one. */
    void renewInvitation(Invitation invitation);

    /** A consent that has ended lets nobody in. */
    void endInvitation(UUID flood, UUID pool, Instant at);

    /** @param compact the fingerprint of the compact that the Pool adopts */
    void insertStay(Stay stay, String compact);

    /** Every stay, past ones too, by Pool and number. */
    List<Stay> stays(UUID flood);

    /** Where a Pool or Flood belongs or has belonged, and when. */
    List<Stay> staysOf(UUID member);

    /** The Floods of all Pools, by currency. */
    List<Flood> commons();

    /** The Pools that belong to the Flood now, in the order of their ids; of all Pools those that are not ending. */
    List<UUID> joinedPools(UUID flood);

    /**
     * Of all Pools that are not ending those that so many people have joined before any other one that they still belong
     * to, in the order of ids: each person is counted for one Pool.
     */
    List<UUID> firstPoolsOf(int people);

    /** The Floods that a Pool or Flood belongs to now, in the order of ids. */
    List<UUID> floodsOf(UUID member);

    /** Those that exist, in the order of ids. */
    List<Flood> byIds(UUID[] ids);

    /** Who belongs to these Floods now, in the order of the members' ids. */
    List<Edge> inside(UUID[] floods);

    /** The Floods that belong to these Floods, or did so before: payments on their way still know them. */
    List<Edge> nestedEver(UUID[] floods);

    /**
     * The Floods that these Pools and Floods belong to now, in no order.
     *
     * @param flood when it is that of all Pools, those of these that are not ending belong to it too
     */
    List<Up> upwards(UUID[] members, UUID flood);

    /** The Pools that a person belonged to when a Flood ended, or its last Pool left. */
    List<UUID> poolsAtEnd(UUID flood, UUID person);

    /** The Floods that these Pools and Floods belonged to at that moment, in no order. */
    List<Up> upwardsAtEnd(UUID[] members, UUID flood);

    /** One step from a member to a Flood. */
    record Up(UUID flood, UUID member) {}

    /** The Floods that these Pools and Floods belong to now. */
    List<Edge> around(UUID[] members);

    /**
     * A Pool or Flood that belongs to a Flood.
     *
     * @param nested whether the member is a Flood
     */
    record Edge(UUID flood, UUID member, boolean nested) {}

    /** False when the Pool is not in the Flood. */
    boolean endStay(UUID flood, UUID pool, Instant leftAt, UUID leftBy);
}
