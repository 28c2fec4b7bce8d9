package coop.pools.flood;

import coop.pools.flood.PoolInFlood.Standing;
import coop.pools.flood.ReadLevels.Below;
import coop.pools.kernel.Money;
import java.util.List;

/**
 * A Flood as what flows in it: who brings how many people and how much money.
 *
 * @param parts the Pools that belong to it now
 * @param people all of them, each once
 */
public record Swarm(List<Part> parts, long people) {
    public Swarm {
        parts = List.copyOf(parts);
    }

    /**
     * One Pool, or a Flood that belongs to this one.
     *
     * @param people its members
     * @param standing what it has in the Flood
     * @param spent what the Flood has paid out of what it gave
     * @param below who is behind a Flood; none behind a Pool
     */
    public record Part(Member member, long people, Standing standing, Money spent, List<Below> below) {
        public Part {
            below = List.copyOf(below);
        }

        public String name() {
            return member.name();
        }

        /** What it has given, less what it took back. */
        public Money given() {
            return standing.all().plus(spent);
        }
    }

    /** People who belong to more than one of the Pools, counted once for each further Pool. */
    public long countedOnce() {
        return parts.stream().mapToLong(Part::people).sum() - people;
    }
}
