package coop.pools.membership;

import coop.pools.kernel.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources of rosters that are switched on, by their words. */
public final class RosterSources {
    private final Map<String, RosterSource> byName = new LinkedHashMap<>();

    /** In the order in which they are offered. */
    public RosterSources(List<RosterSource> sources) {
        sources.forEach(source -> byName.put(source.name(), source));
    }

    /** @throws Refused {@link MembershipRefusal#UNKNOWN_SOURCE} */
    public RosterSource get(String name) {
        RosterSource found = byName.get(name);
        if (found == null) {
            throw new Refused(
                    MembershipRefusal.UNKNOWN_SOURCE, Map.of("source", name, "sources", String.join(", ", names())));
        }
        return found;
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
