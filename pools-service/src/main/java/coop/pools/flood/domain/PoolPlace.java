package coop.pools.flood.domain;

import coop.pools.kernel.Refused;
import java.util.Map;

/**
 * Where one Pool stands with one Flood, and what it may do from there.
 *
 * @param invited whether the Flood has consented to its joining: at the founding or by a vote
 * @param joined whether it belongs to the Flood now
 */
public record PoolPlace(Flood flood, boolean invited, boolean joined) {

    /**
     * @param poolCurrency ISO 4217
     * @throws Refused {@link FloodRefusal#FLOOD_DISSOLVED}, {@link FloodRefusal#FLOOD_CURRENCY_DIFFERS}
     *     or {@link FloodRefusal#ALREADY_IN_FLOOD}
     */
    public void requireMayJoin(String poolName, String poolCurrency) {
        if (flood.state() == FloodState.DISSOLVED) {
            throw new Refused(FloodRefusal.FLOOD_DISSOLVED, Map.of("flood", flood.name()));
        }
        requireStakes();
        requireCurrency(poolName, poolCurrency, flood.currency());
        if (joined) {
            throw new Refused(FloodRefusal.ALREADY_IN_FLOOD, Map.of("flood", flood.name(), "pool", poolName));
        }
    }

    /**
     * @param amountCurrency ISO 4217
     * @throws Refused {@link FloodRefusal#NOT_IN_FLOOD}, {@link FloodRefusal#FLOOD_NOT_ACTIVE} or
     *     {@link FloodRefusal#FLOOD_AMOUNT_CURRENCY}
     */
    public void requireMayFund(String poolName, String amountCurrency) {
        requireStakes();
        requireJoined(poolName);
        requireActive(flood);
        if (!flood.currency().equals(amountCurrency)) {
            throw new Refused(
                    FloodRefusal.FLOOD_AMOUNT_CURRENCY, Map.of("flood", flood.name(), "currency", flood.currency()));
        }
    }

    private void requireStakes() {
        if (flood.commons()) {
            throw new Refused(FloodRefusal.COMMONS_OF_ALL, Map.of("flood", flood.name()));
        }
    }

    /** @throws Refused {@link FloodRefusal#NOT_IN_FLOOD}: that is the only reason; nobody can hold a Pool back */
    public void requireJoined(String poolName) {
        requireStakes();
        if (!joined) {
            throw new Refused(FloodRefusal.NOT_IN_FLOOD, Map.of("flood", flood.name(), "pool", poolName));
        }
    }

    /** @throws Refused {@link FloodRefusal#FLOOD_NOT_ACTIVE} */
    public static void requireActive(Flood flood) {
        if (flood.state() != FloodState.ACTIVE) {
            throw new Refused(
                    FloodRefusal.FLOOD_NOT_ACTIVE,
                    Map.of("flood", flood.name(), "state", flood.state().word()));
        }
    }

    /** @throws Refused {@link FloodRefusal#FLOOD_CURRENCY_DIFFERS} */
    public static void requireCurrency(String poolName, String poolCurrency, String floodCurrency) {
        if (!poolCurrency.equals(floodCurrency)) {
            throw new Refused(
                    FloodRefusal.FLOOD_CURRENCY_DIFFERS,
                    Map.of("pool", poolName, "currency", poolCurrency, "floodCurrency", floodCurrency));
        }
    }
}
