package coop.pools.flood;

import coop.pools.flood.FloodStore.Edge;
import coop.pools.flood.FloodStore.Up;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Floods within Floods: who is below and above whom, at any depth. There are no circles, and no more levels than
 * {@link #MOST}: whoever joins holds all Floods around both sides, so that nobody changes them meanwhile.
 */
public final class Levels {
    /** So many Floods stand above each other at most; article F1 of the compact says it. */
    public static final int MOST = 4;
    /** So many Floods belong to one Flood at all levels at most: one payment can draw on all of them. */
    static final int MOST_FLOODS = 200;

    private final FloodStore floods;

    public Levels(FloodStore floods) {
        this.floods = floods;
    }

    /** The distinct Pools of a Flood at any depth, in the order of their ids. */
    Set<UUID> pools(UUID flood) {
        Set<UUID> pools = new TreeSet<>(IdSource.IN_ORDER);
        walk(List.of(flood), below -> {
            List<Edge> inside = floods.inside(below);
            inside.stream().filter(edge -> !edge.nested()).map(Edge::member).forEach(pools::add);
            return inside.stream().filter(Edge::nested).map(Edge::member).toList();
        });
        return pools;
    }

    /** The Floods within a Flood at any depth, nearer ones first. */
    Set<UUID> below(UUID flood) {
        return walk(List.of(flood), this::nested).found();
    }

    /** The Floods that a Pool or Flood belongs to at any depth, nearer ones first. */
    Set<UUID> above(UUID member) {
        return walk(List.of(member), this::around).found();
    }

    /** Those of these Pools that belong to a Flood at any depth; looks from them upwards, as below there may be very many. */
    Set<UUID> among(UUID flood, Collection<UUID> pools) {
        return among(flood, pools, members -> floods.upwards(members, flood));
    }

    /** The same as it was when the Flood ended. */
    Set<UUID> amongAtEnd(UUID flood, Collection<UUID> pools) {
        return among(flood, pools, members -> floods.upwardsAtEnd(members, flood));
    }

    /** Each Flood is asked about once, in however many ways it is reached. */
    private static Set<UUID> among(UUID flood, Collection<UUID> pools, Function<UUID[], List<Up>> upwards) {
        Map<UUID, List<UUID>> membersOf = new HashMap<>();
        Set<UUID> found = new HashSet<>();
        Set<UUID> asked = new HashSet<>(Set.of(flood));
        Set<UUID> level = new LinkedHashSet<>(pools);
        while (!level.isEmpty() && !found.containsAll(pools)) {
            asked.addAll(level);
            List<Up> steps = upwards.apply(level.toArray(UUID[]::new));
            steps.forEach(step -> membersOf
                    .computeIfAbsent(step.flood(), none -> new ArrayList<>())
                    .add(step.member()));
            level = steps.stream().map(Up::flood).collect(Collectors.toCollection(LinkedHashSet::new));
            level.removeAll(asked);
            found = within(flood, membersOf);
        }
        found.retainAll(pools);
        return found;
    }

    private static Set<UUID> within(UUID flood, Map<UUID, List<UUID>> membersOf) {
        Set<UUID> found = new HashSet<>();
        Deque<UUID> next = new ArrayDeque<>(List.of(flood));
        while (!next.isEmpty()) {
            membersOf.getOrDefault(next.pop(), List.of()).stream()
                    .filter(found::add)
                    .forEach(next::push);
        }
        return found;
    }

    /** These Floods with all above them, and all within them now or before, in the order of their ids. */
    Set<UUID> cluster(Collection<UUID> around) {
        Set<UUID> all = new TreeSet<>(IdSource.IN_ORDER);
        all.addAll(around);
        all.addAll(walk(around, this::around).found());
        all.addAll(walk(
                        around,
                        ids -> floods.nestedEver(ids).stream().map(Edge::member).toList(),
                        Integer.MAX_VALUE)
                .found());
        return all;
    }

    /**
     * Whether a Flood may belong to another one; asked while all Floods around both are held.
     *
     * @throws Refused {@link FloodRefusal#FLOOD_IN_ITSELF}, {@link FloodRefusal#TOO_MANY_LEVELS} or
     *     {@link FloodRefusal#TOO_MANY_FLOODS}
     */
    void requireMayNest(Flood parent, Member child) {
        Walk within = walk(List.of(child.id()), this::nested);
        if (parent.id().equals(child.id()) || within.found().contains(parent.id())) {
            throw new Refused(FloodRefusal.FLOOD_IN_ITSELF, Map.of("flood", parent.name(), "member", child.name()));
        }
        Walk around = walk(List.of(parent.id()), this::around);
        if (within.levels() + around.levels() > MOST) {
            throw new Refused(FloodRefusal.TOO_MANY_LEVELS, Map.of("flood", parent.name(), "most", MOST));
        }
        Set<UUID> parents = new LinkedHashSet<>(around.found());
        parents.add(parent.id());
        for (UUID each : parents) {
            Set<UUID> all = new LinkedHashSet<>(below(each));
            all.addAll(within.found());
            all.add(child.id());
            if (all.size() > MOST_FLOODS) {
                throw new Refused(FloodRefusal.TOO_MANY_FLOODS, Map.of("flood", parent.name(), "most", MOST_FLOODS));
            }
        }
    }

    private List<UUID> nested(UUID[] ids) {
        return floods.inside(ids).stream()
                .filter(Edge::nested)
                .map(Edge::member)
                .toList();
    }

    private List<UUID> around(UUID[] ids) {
        return floods.around(ids).stream().map(Edge::flood).toList();
    }

    /** @param levels the longest way, counted with where it began */
    private record Walk(Set<UUID> found, int levels) {}

    private static Walk walk(Collection<UUID> from, Function<UUID[], List<UUID>> next) {
        return walk(from, next, MOST);
    }

    /** Level by level; a Flood that can be reached in several ways counts for the longest. */
    private static Walk walk(Collection<UUID> from, Function<UUID[], List<UUID>> next, int most) {
        Set<UUID> found = new LinkedHashSet<>();
        Set<UUID> level = new LinkedHashSet<>(from);
        int levels = 0;
        while (!level.isEmpty()) {
            if (levels++ > most) {
                throw new IllegalStateException("Floods go round in a circle at " + level);
            }
            Set<UUID> reached = new LinkedHashSet<>(next.apply(level.toArray(UUID[]::new)));
            if (most == Integer.MAX_VALUE) {
                // What was within before may be above now: each is looked at once.
                reached.removeAll(found);
            }
            found.addAll(reached);
            level = reached;
        }
        return new Walk(found, levels);
    }
}
