package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.PledgeStore.Taken;
import coop.pools.flood.domain.ByHand;
import coop.pools.flood.domain.ByHand.Stands;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Pledge;
import coop.pools.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads pledges. What a Pool has promised and given is public, as the books are. */
public final class ReadPledges {
    private final PledgeStore pledges;
    private final FloodStore floods;
    private final MemberPools pools;
    private final PoolMoney money;

    public ReadPledges(PledgeStore pledges, FloodStore floods, MemberPools pools, PoolMoney money) {
        this.pledges = pledges;
        this.floods = floods;
        this.pools = pools;
        this.money = money;
    }

    /**
     * A pledge with its two sides.
     *
     * @param months what it took, the newest first
     * @param waitsForStewards whether nothing is taken until the Pool has two who can send it
     */
    public record Pledged(Pledge pledge, Flood flood, MemberPool pool, List<Taken> months, boolean waitsForStewards) {
        /** What it took so far and the Pool has not got back. */
        public Money given() {
            return pledge.taken().minus(sum(Stands::isLost));
        }

        /** What of it stewards have still to send, or has not arrived. */
        public Money coming() {
            return sum(Stands::isComing);
        }

        private Money sum(Predicate<Stands> which) {
            long minor = months.stream()
                    .filter(month ->
                            month.byHand().map(ByHand::stands).filter(which).isPresent())
                    .mapToLong(Taken::taken)
                    .sum();
            return new Money(minor, pledge.amount().currency());
        }
    }

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
                    pledges.months(pledge.id()),
                    pledge.isOpen() && money.lacksStewards(pledge.pool())));
        }
        result.sort(Comparator.comparing((Pledged one) -> !one.pledge().isOpen())
                .thenComparing(one -> one.pledge().since()));
        return List.copyOf(result);
    }
}
