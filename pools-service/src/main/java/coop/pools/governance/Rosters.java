package coop.pools.governance;

import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The people behind frozen rosters; implemented by membership. Someone in several parts is one person. */
public interface Rosters {
    /** How many distinct people the parts hold. */
    long countPeople(List<RosterPart> parts);

    /**
     * How many people of a single part have taken no part since then, without these; zero where there are several parts.
     */
    default long countSilent(List<RosterPart> parts, Instant since, List<UUID> without) {
        return 0;
    }

    /** All stays of these people in all Pools, past and present, in no order. */
    List<Stay> stays(Collection<UUID> people);

    default boolean includes(List<RosterPart> parts, UUID person) {
        return stays(List.of(person)).stream().anyMatch(stay -> parts.stream().anyMatch(stay::isIn));
    }

    /** Somebody's membership of a Pool: from one version of its roster to another, exclusive; none while it lasts. */
    record Stay(UUID person, UUID pool, long joined, Optional<Long> left) {
        public boolean isIn(RosterPart part) {
            long version = part.rosterVersion();
            return pool.equals(part.pool())
                    && joined <= version
                    && left.map(end -> end > version).orElse(true);
        }

        public boolean isPresent() {
            return left.isEmpty();
        }
    }

    /** Everybody in the stored electorate of a proposal, as often as they stand in a part of it, in no order. */
    void each(UUID proposal, List<RosterPart> parts, RawVote.Stays each);

    /** Of which parts, by their places from 0 on, each of these people is; nobody else stands in it. */
    default Map<UUID, List<Integer>> places(List<RosterPart> parts, List<UUID> people) {
        Map<UUID, List<Integer>> places = new HashMap<>();
        for (UUID person : people) {
            places.put(
                    person,
                    IntStream.range(0, parts.size())
                            .filter(place -> includes(List.of(parts.get(place)), person))
                            .boxed()
                            .toList());
        }
        return places;
    }

    /** Distinct people in the order of their ids, at most {@code limit}, beginning after {@code after} (null: from the start). */
    List<UUID> people(List<RosterPart> parts, UUID after, int limit);
}
