package coop.pools.flood;

import coop.pools.governance.Rosters;
import coop.pools.governance.domain.BodyRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of a Pool, or of a Flood that belongs to another one as a Pool does. */
public final class PeopleOfMembers {
    private final Members members;
    private final Rosters rosters;

    public PeopleOfMembers(Members members, Rosters rosters) {
        this.members = members;
        this.rosters = rosters;
    }

    /** Refused with {@link coop.pools.kernel.CommonRefusal#NOT_FOUND}. */
    public BodyRef member(UUID id) {
        return members.one(id).ref();
    }

    /**
     * Those who belong to it now, at all levels, in the order of ids, each once.
     *
     * @param after the person before the page; empty for the first page
     */
    public List<UUID> people(BodyRef member, Optional<UUID> after, int limit) {
        var parts = members.rosters(member);
        return parts.isEmpty() ? List.of() : rosters.people(parts, after.orElse(null), limit);
    }
}
