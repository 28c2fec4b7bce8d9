package coop.pools.round;

import coop.pools.governance.Bodies;
import coop.pools.governance.Rosters;
import coop.pools.governance.Rosters.Stay;
import coop.pools.governance.domain.RosterPart;
import coop.pools.round.domain.Round;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who has a share in a round: whoever was a member when it opened and is one still, each once however many Pools they
 * are in. With a Pool that has left the Flood its people drop out, unless they were in another one of its Pools.
 */
public final class Participants {
    private final RoundStore store;
    private final Bodies bodies;
    private final Rosters rosters;

    public Participants(RoundStore store, Bodies bodies, Rosters rosters) {
        this.store = store;
        this.bodies = bodies;
        this.rosters = rosters;
    }

    public boolean includes(Round round, UUID person) {
        return !among(round, List.of(person)).isEmpty();
    }

    /** Those of these people. */
    public Set<UUID> among(Round round, Collection<UUID> people) {
        Set<UUID> pools = bodies.pools(round.body());
        List<RosterPart> parts = present(round);
        Map<UUID, List<Stay>> stays = rosters.stays(people).stream().collect(Collectors.groupingBy(Stay::person));
        Set<UUID> found = new HashSet<>();
        stays.forEach((person, theirs) -> {
            boolean member = theirs.stream().anyMatch(stay -> stay.isPresent() && pools.contains(stay.pool()));
            boolean was = theirs.stream().anyMatch(stay -> parts.stream().anyMatch(stay::isIn));
            if (member && was) {
                found.add(person);
            }
        });
        return found;
    }

    /** In the order of their ids, after one of them; at most so many. */
    public List<UUID> people(Round round, Optional<UUID> after, int limit) {
        List<RosterPart> parts = present(round);
        return parts.isEmpty() ? List.of() : rosters.people(parts, after.orElse(null), limit);
    }

    /** The frozen rosters of Pools that still belong to the body. */
    public List<RosterPart> present(Round round) {
        Set<UUID> pools = bodies.pools(round.body());
        return store.parts(round.id()).stream()
                .filter(part -> pools.contains(part.pool()))
                .toList();
    }
}
