package coop.pools.membership;

import coop.pools.governance.Rosters;
import coop.pools.governance.domain.RosterPart;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people behind frozen rosters, read from the memberships as they stood at each part's version. */
public final class MembershipRosters implements Rosters {
    private final RosterStore store;

    public MembershipRosters(RosterStore store) {
        this.store = store;
    }

    @Override
    public long countPeople(List<RosterPart> parts) {
        return parts.isEmpty() ? 0 : store.count(parts);
    }

    @Override
    public boolean includes(List<RosterPart> parts, UUID person) {
        return !parts.isEmpty() && store.includes(parts, person);
    }

    @Override
    public List<UUID> people(List<RosterPart> parts, UUID after, int limit) {
        return parts.isEmpty() ? List.of() : store.people(parts, Optional.ofNullable(after), limit);
    }
}
