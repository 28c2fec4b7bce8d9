package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.Invitation;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds Floods, Pools and where they stand with each other. */
public final class Places {
    private final FloodStore floods;
    private final Members members;

    public Places(FloodStore floods, Members members) {
        this.floods = floods;
        this.members = members;
    }

    /** Refused with {@link FloodRefusal#UNKNOWN_FLOOD}. */
    Flood flood(UUID id) {
        return floods.find(id).orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_FLOOD));
    }

    /**
     * The Flood, held until the transaction ends with all Floods above and within it; refused with
     * {@link FloodRefusal#UNKNOWN_FLOOD}.
     */
    Flood lock(UUID id) {
        lockAll(List.of(id));
        return flood(id);
    }

    /**
     * Holds Floods with all above and within them, in the order of their ids. As whoever changes who belongs to whom
     * holds both sides in this way, all these stand still then. Refused with {@link FloodRefusal#UNKNOWN_FLOOD}, and with
     * TRY_AGAIN where others came in between.
     */
    void lockAll(Collection<UUID> ids) {
        Set<UUID> around = members.levels().cluster(ids);
        around.forEach(id -> floods.lock(id).orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_FLOOD)));
        if (!around.containsAll(members.levels().cluster(ids))) {
            throw new Refused(CommonRefusal.TRY_AGAIN);
        }
    }

    /** Holds a Flood and a member of it, or who wants to be one. */
    Flood lock(UUID id, Member member) {
        lockAll(member.isFlood() ? List.of(id, member.id()) : List.of(id));
        return flood(id);
    }

    /** A Pool or Flood; refused with {@link CommonRefusal#NOT_FOUND}. */
    Member member(UUID id) {
        return members.one(id);
    }

    /** The distinct Pools whose people are a member's. */
    Set<UUID> poolsOf(Member member) {
        return member.isFlood() ? levels().pools(member.id()) : Set.of(member.id());
    }

    /** Nobody is moved against their own people: a Flood goes where more than half of its Pools agree. */
    boolean goesAlong(Member member, Set<UUID> agreeing) {
        Set<UUID> pools = poolsOf(member);
        return 2 * pools.stream().filter(agreeing::contains).count() > pools.size();
    }

    /** Who is above and below whom. */
    Levels levels() {
        return members.levels();
    }

    /** The Pools that belong to the Flood now; may be empty. */
    Set<UUID> joined(UUID flood) {
        return new HashSet<>(floods.joinedPools(flood));
    }

    /** The Pools that belong to the Flood now, in the order of their ids; may be empty. */
    List<Member> members(UUID flood) {
        List<UUID> ids = floods.joinedPools(flood);
        Map<UUID, Member> found = members.byIds(ids);
        return ids.stream().map(found::get).toList();
    }

    /** Every Pool that has ever been asked to join, in the order of their ids. */
    List<Member> everyone(UUID flood) {
        List<UUID> ids =
                floods.invitations(flood).stream().map(Invitation::pool).toList();
        Map<UUID, Member> found = members.byIds(ids);
        return ids.stream().map(found::get).toList();
    }

    boolean hasJoinedBy(Flood flood, UUID pool, UUID proposal) {
        return floods.stays(flood.id()).stream()
                .anyMatch(stay -> stay.pool().equals(pool) && stay.joinedBy().equals(proposal));
    }

    PoolPlace place(Flood flood, UUID pool) {
        boolean invited = floods.invitations(flood.id()).stream()
                .filter(Invitation::isGood)
                .anyMatch(invitation -> invitation.pool().equals(pool));
        return new PoolPlace(flood, invited, floods.joinedPools(flood.id()).contains(pool));
    }
}
