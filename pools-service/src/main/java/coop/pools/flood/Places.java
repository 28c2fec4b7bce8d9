package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.Invitation;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds Floods, Pools and where they stand with each other. */
public final class Places {
    private final FloodStore floods;
    private final MemberPools pools;

    public Places(FloodStore floods, MemberPools pools) {
        this.floods = floods;
        this.pools = pools;
    }

    /** Refused with {@link FloodRefusal#UNKNOWN_FLOOD}. */
    Flood flood(UUID id) {
        return floods.find(id).orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_FLOOD));
    }

    /** The Flood, held until the transaction ends; refused with {@link FloodRefusal#UNKNOWN_FLOOD}. */
    Flood lock(UUID id) {
        return floods.lock(id).orElseThrow(() -> new Refused(FloodRefusal.UNKNOWN_FLOOD));
    }

    /** Refused with {@link CommonRefusal#NOT_FOUND}. */
    MemberPool pool(UUID id) {
        Map<UUID, MemberPool> found = pools.byIds(List.of(id));
        if (!found.containsKey(id)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return found.get(id);
    }

    /** The Pools that belong to the Flood now; may be empty. */
    Set<UUID> joined(UUID flood) {
        return new HashSet<>(floods.joinedPools(flood));
    }

    /** The Pools that belong to the Flood now, in the order of their ids; may be empty. */
    List<MemberPool> members(UUID flood) {
        List<UUID> ids = floods.joinedPools(flood);
        Map<UUID, MemberPool> found = pools.byIds(ids);
        return ids.stream().map(found::get).toList();
    }

    /** Every Pool that has ever been asked to join, in the order of their ids. */
    List<MemberPool> everyone(UUID flood) {
        List<UUID> ids =
                floods.invitations(flood).stream().map(Invitation::pool).toList();
        Map<UUID, MemberPool> found = pools.byIds(ids);
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
