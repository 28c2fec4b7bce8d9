package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.PledgeStore.Taken;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Pledge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads pledges. What a Pool has promised and given is public, as the books are. */
public final class ReadPledges {
    private final PledgeStore pledges;
    private final FloodStore floods;
    private final MemberPools pools;

    public ReadPledges(PledgeStore pledges, FloodStore floods, MemberPools pools) {
        this.pledges = pledges;
        this.floods = floods;
        this.pools = pools;
    }

    /**
     * A pledge with its two sides.
     *
     * @param months what it took, the newest first
     */
    public record Pledged(Pledge pledge, Flood flood, MemberPool pool, List<Taken> months) {}

    /** Those to a Flood: open ones first, then the oldest first. */
    public List<Pledged> ofFlood(Flood flood) {
        return pledged(pledges.ofFlood(flood.id()));
    }

    /** Open ones of a Pool to all Floods, the oldest first. */
    public List<Pledged> openOf(UUID pool) {
        return pledged(pledges.ofPool(pool).stream().filter(Pledge::isOpen).toList());
    }

    public Optional<Pledged> find(UUID id) {
        return pledged(pledges.find(id).stream().toList()).stream().findFirst();
    }

    private List<Pledged> pledged(List<Pledge> found) {
        Map<UUID, MemberPool> pledgers =
                pools.byIds(found.stream().map(Pledge::pool).distinct().toList());
        List<Pledged> result = new ArrayList<>();
        for (Pledge pledge : found) {
            result.add(new Pledged(
                    pledge,
                    floods.find(pledge.flood()).orElseThrow(),
                    pledgers.get(pledge.pool()),
                    pledges.months(pledge.id())));
        }
        result.sort(Comparator.comparing((Pledged one) -> !one.pledge().isOpen())
                .thenComparing(one -> one.pledge().since()));
        return List.copyOf(result);
    }
}
