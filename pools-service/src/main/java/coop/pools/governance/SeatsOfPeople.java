package coop.pools.governance;

import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** For which members of a Flood each person counts where these must agree too; for none where people alone decide. */
final class SeatsOfPeople {
    private static final int FEW = 1_000;

    private final Rosters rosters;
    private final UUID proposal;
    private final List<RosterPart> parts;
    private final List<UUID> members;
    /** For each Pool the places of the members that its people count for. */
    private final Map<UUID, List<Integer>> ofPool = new HashMap<>();

    private final Map<UUID, List<Integer>> found = new HashMap<>();

    SeatsOfPeople(Rosters rosters, UUID proposal, List<RosterPart> parts, List<Seat> seats) {
        this.rosters = rosters;
        this.proposal = proposal;
        this.parts = parts;
        members = seats.stream().map(Seat::member).distinct().toList();
        Map<UUID, Integer> placeOf = new HashMap<>();
        members.forEach(member -> placeOf.put(member, placeOf.size()));
        seats.forEach(seat ->
                ofPool.computeIfAbsent(seat.pool(), pool -> new ArrayList<>()).add(placeOf.get(seat.member())));
    }

    /** The members in the order of ids. */
    List<UUID> members() {
        return members;
    }

    /** Reads these people: few by themselves, many by going through everybody once. */
    void look(List<UUID> people) {
        if (members.isEmpty()) {
            return;
        }
        if (people.size() > FEW) {
            lookAtAll(people);
            return;
        }
        rosters.places(parts, people)
                .forEach((person, places) -> found.put(
                        person,
                        places.stream()
                                .flatMap(place -> seatsOf(parts.get(place).pool()).stream())
                                .distinct()
                                .sorted()
                                .toList()));
    }

    private void lookAtAll(List<UUID> people) {
        Set<UUID> wanted = new HashSet<>(people);
        Map<UUID, SortedSet<Integer>> places = new HashMap<>();
        rosters.each(proposal, parts, new RawVote.Stays() {
            private List<Integer> here = List.of();

            @Override
            public void pool(long high, long low) {
                here = seatsOf(new UUID(high, low));
            }

            @Override
            public void stay(long high, long low) {
                UUID person = new UUID(high, low);
                if (wanted.contains(person)) {
                    places.computeIfAbsent(person, nobody -> new TreeSet<>()).addAll(here);
                }
            }
        });
        places.forEach((person, of) -> found.put(person, List.copyOf(of)));
    }

    private List<Integer> seatsOf(UUID pool) {
        return ofPool.getOrDefault(pool, List.of());
    }

    /** The places of the members that somebody counts for, in their order. */
    List<Integer> of(UUID person) {
        return found.getOrDefault(person, List.of());
    }
}
