package coop.pools.governance;

import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For which members of a Flood each person counts where these must agree too; for none where people alone decide. */
final class SeatsOfPeople {
    private static final int AT_ONCE = 1_000;

    private final Rosters rosters;
    private final List<RosterPart> parts;
    private final List<UUID> members;
    /** For each part the places of the members that its people count for. */
    private final List<List<Integer>> ofPart;

    private final Map<UUID, List<Integer>> found = new HashMap<>();

    SeatsOfPeople(Rosters rosters, List<RosterPart> parts, List<Seat> seats) {
        this.rosters = rosters;
        this.parts = parts;
        members = seats.stream().map(Seat::member).distinct().toList();
        ofPart = parts.stream()
                .map(part -> seats.stream()
                        .filter(seat -> seat.pool().equals(part.pool()))
                        .map(seat -> members.indexOf(seat.member()))
                        .toList())
                .toList();
    }

    /** The members in the order of ids. */
    List<UUID> members() {
        return members;
    }

    /** Reads these people, so many at a time. */
    void look(List<UUID> people) {
        if (members.isEmpty()) {
            return;
        }
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<UUID> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            rosters.places(parts, some)
                    .forEach((person, places) -> found.put(
                            person,
                            places.stream()
                                    .flatMap(place -> ofPart.get(place).stream())
                                    .distinct()
                                    .sorted()
                                    .toList()));
        }
    }

    /** The places of the members that somebody counts for, in their order. */
    List<Integer> of(UUID person) {
        return found.getOrDefault(person, List.of());
    }
}
