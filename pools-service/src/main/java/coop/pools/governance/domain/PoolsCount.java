package coop.pools.governance.domain;

import coop.pools.kernel.BasisPoints;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How the Pools of a Flood stand where they must agree too. A Pool agrees when more of its own people who voted, or for
 * whom a delegate did, agree than disagree; a tie or nobody's vote is no agreement.
 *
 * @param lines one for each Pool that belonged to the Flood, in the order of ids; may be empty when all have left
 * @param needed Pools that must agree; at least one
 */
public record PoolsCount(List<Line> lines, long needed) {
    public PoolsCount {
        lines = List.copyOf(lines);
    }

    /** @param share strictly more than this share of all the Pools must agree; of the whole, all of them */
    public static PoolsCount of(List<Line> lines, BasisPoints share) {
        long pools = lines.size();
        return new PoolsCount(lines, Math.max(1, Math.min(share.moreThanOf(pools), pools)));
    }

    /** Pools that agree. */
    public long agree() {
        return lines.stream().filter(Line::agrees).count();
    }

    /** The members whose own people agree. */
    public Set<UUID> agreeing() {
        return lines.stream().filter(Line::agrees).map(Line::member).collect(Collectors.toSet());
    }

    public boolean met() {
        return agree() >= needed;
    }

    /**
     * The people of one Pool, or of one Flood that belongs to this one as a Pool does.
     *
     * @param disagree where there are options: those who marked others than the one that leads
     */
    public record Line(UUID member, long agree, long disagree) {
        public boolean agrees() {
            return agree > disagree;
        }
    }
}
