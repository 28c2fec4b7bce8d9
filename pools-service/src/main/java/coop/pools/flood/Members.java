package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds what can belong to a Flood, Pools and Floods alike, and the people behind it. */
public final class Members {
    private final FloodStore floods;
    private final MemberPools pools;
    private final Levels levels;

    public Members(FloodStore floods, MemberPools pools) {
        this.floods = floods;
        this.pools = pools;
        levels = new Levels(floods);
    }

    /** Those that exist, by id. */
    Map<UUID, Member> byIds(Collection<UUID> ids) {
        Map<UUID, Member> found = new HashMap<>();
        pools.byIds(ids).values().forEach(pool -> found.put(pool.id(), Member.of(pool)));
        UUID[] rest =
                ids.stream().filter(id -> !found.containsKey(id)).distinct().toArray(UUID[]::new);
        if (rest.length > 0) {
            floods.byIds(rest).forEach(flood -> found.put(flood.id(), Member.of(flood)));
        }
        return found;
    }

    /** Refused with {@link CommonRefusal#NOT_FOUND}. */
    Member one(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id)).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The Floods above and below. */
    Levels levels() {
        return levels;
    }

    /** The distinct Pools whose people are a member's, in the order of their ids; none of an empty Flood. */
    List<MemberPool> poolsOf(BodyRef member) {
        return ordered(member.kind() == BodyRef.Kind.FLOOD ? levels.pools(member.id()) : Set.of(member.id()));
    }

    /** The present rosters behind a member, in the order of the Pools' ids. */
    List<RosterPart> rosters(BodyRef member) {
        return poolsOf(member).stream().map(MemberPool::roster).toList();
    }

    private List<MemberPool> ordered(Collection<UUID> ids) {
        return pools.byIds(ids).values().stream()
                .sorted(Comparator.comparing(pool -> pool.id().toString()))
                .toList();
    }

    /** Whether a person belongs to one of the Pools behind a Flood. */
    boolean isMember(Flood flood, UUID person) {
        if (flood.commons()) {
            List<UUID> all = floods.joinedPools(flood.id());
            return pools.ofPerson(person).stream().anyMatch(pool -> all.contains(pool.id()));
        }
        return levels.pools(flood.id()).stream().anyMatch(pool -> pools.isMember(pool, person));
    }
}
