package coop.pools.flood;

import coop.pools.bylaws.domain.Rules;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.ledger.domain.Balances;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Flood with all that its page shows.
 *
 * @param pools everyone that was invited, those that belong to it first, then by name
 * @param larger the Floods that it was asked to join, with where it stands there
 * @param people the distinct people of the Pools that belong to it now
 * @param compact the rules in force
 */
public record FloodView(
        Flood flood,
        Balances balances,
        List<PoolInFlood> pools,
        Map<Flood, PoolInFlood> larger,
        long people,
        Rules compact) {
    public List<PoolInFlood> joined() {
        return pools.stream().filter(PoolInFlood::isJoined).toList();
    }

    /** The larger Floods that it belongs to now. */
    public Map<Flood, PoolInFlood> within() {
        Map<Flood, PoolInFlood> joined = new LinkedHashMap<>(larger);
        joined.values().removeIf(place -> !place.isJoined());
        return joined;
    }

    /** What is available for each person if all had the same, to the nearest smallest unit; empty without people. */
    public Optional<Money> perPerson() {
        return people == 0
                ? Optional.empty()
                : Optional.of(MoneySplit.byWeights(balances.available(), List.of(1L, people - 1))
                        .get(0));
    }
}
