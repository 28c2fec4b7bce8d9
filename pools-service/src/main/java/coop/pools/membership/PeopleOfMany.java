package coop.pools.membership;

import coop.pools.governance.Rosters.Stay;
import coop.pools.governance.domain.RosterPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The people of very many Pools, page by page: looks at everybody's stays in turn. A text that names each of a thousand
 * Pools takes PostgreSQL longer to read than all people to be looked at, and H2 more memory than it has.
 */
final class PeopleOfMany {
    /** So many stays are read together where few of them are of the right Pools. */
    private static final int MOST = 10_000;

    private final RosterStore store;
    private final int atOnce;

    /** @param atOnce how many stays are read together at first */
    PeopleOfMany(RosterStore store, int atOnce) {
        this.store = store;
        this.atOnce = atOnce;
    }

    /** Distinct people in the order of their ids. */
    List<UUID> page(List<RosterPart> parts, UUID after, int limit) {
        Map<UUID, List<RosterPart>> partsOf = parts.stream().collect(Collectors.groupingBy(RosterPart::pool));
        Set<UUID> people = new LinkedHashSet<>();
        UUID from = after;
        boolean all = false;
        for (int most = atOnce; !all && people.size() < limit; most = Math.min(most * 2, MOST)) {
            List<Stay> stays = whole(from, most);
            all = stays.isEmpty();
            for (Stay stay : stays) {
                from = stay.person();
                if (partsOf.getOrDefault(stay.pool(), List.of()).stream().anyMatch(stay::isIn)) {
                    people.add(stay.person());
                }
            }
        }
        return people.stream().limit(limit).toList();
    }

    /** All stays of the next people; empty when there is nobody left. */
    private List<Stay> whole(UUID from, int least) {
        for (int most = least; ; most *= 2) {
            List<Stay> stays = store.staysAfter(from, most);
            if (stays.size() < most) {
                return stays;
            }
            // Who comes last may have more than were read.
            UUID last = stays.get(most - 1).person();
            if (!stays.get(0).person().equals(last)) {
                return stays.stream()
                        .filter(stay -> !stay.person().equals(last))
                        .toList();
            }
        }
    }
}
