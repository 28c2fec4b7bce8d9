package coop.pools.membership;

import coop.pools.governance.Rosters;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people behind frozen rosters, read from the memberships as they stood at each part's version. */
public final class MembershipRosters implements Rosters {
    private static final int AT_ONCE = 300;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RosterStore store;

    public MembershipRosters(RosterStore store) {
        this.store = store;
    }

    @Override
    public long countPeople(List<RosterPart> parts) {
        return parts.isEmpty() ? 0 : store.count(parts);
    }

    @Override
    public long countSilent(List<RosterPart> parts, Instant since, List<UUID> without) {
        return parts.size() == 1 ? store.countSilent(parts.get(0), since, without) : 0;
    }

    @Override
    public List<Stay> stays(Collection<UUID> people) {
        return people.isEmpty() ? List.of() : store.stays(people.toArray(UUID[]::new));
    }

    @Override
    public void each(UUID proposal, List<RosterPart> parts, RawVote.Stays each) {
        Set<UUID> pools = parts.stream().map(RosterPart::pool).collect(Collectors.toSet());
        store.each(proposal, new RawVote.Stays() {
            private boolean counts;

            @Override
            public void pool(long high, long low) {
                counts = pools.contains(new UUID(high, low));
                if (counts) {
                    each.pool(high, low);
                }
            }

            @Override
            public void stay(long high, long low) {
                if (counts) {
                    each.stay(high, low);
                }
            }
        });
    }

    @Override
    public Map<UUID, List<Integer>> places(List<RosterPart> parts, List<UUID> people) {
        if (parts.isEmpty() || people.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Integer> placeOf = new HashMap<>();
        parts.forEach(part -> placeOf.put(part.pool(), placeOf.size()));
        Map<UUID, List<Integer>> places = new HashMap<>();
        for (Stay stay : stays(people)) {
            Integer place = placeOf.get(stay.pool());
            if (place != null && stay.isIn(parts.get(place))) {
                places.computeIfAbsent(stay.person(), nobody -> new ArrayList<>())
                        .add(place);
            }
        }
        places.values().forEach(Collections::sort);
        return places;
    }

    @Override
    public List<UUID> people(List<RosterPart> parts, UUID after, int limit) {
        if (parts.isEmpty()) {
            return List.of();
        }
        return parts.size() > RosterStore.MANY
                ? new PeopleOfMany(store, AT_ONCE).page(parts, after == null ? BEFORE_ALL : after, limit)
                : store.people(parts, Optional.ofNullable(after), limit);
    }
}
