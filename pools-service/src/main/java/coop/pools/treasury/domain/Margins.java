package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How much may go out of Pools by a refund before a payment that was put to the usual vote would be a large one.
 *
 * @param left by Pool, in minor units, below zero where too much has gone already; a Pool without such a payment is not in it
 */
public record Margins(Map<UUID, Long> left) {
    public Margins {
        left = Map.copyOf(left);
    }

    /** The most that can be refunded, at most {@code covered}. */
    public Money most(Charge charge, Money covered) {
        if (left.isEmpty()) {
            return covered;
        }
        long low = 0;
        long high = covered.minorUnits();
        while (low < high) {
            long middle = high - (high - low) / 2;
            Money tried = new Money(middle, covered.currency());
            if (allow(out(charge, Coverage.with(charge, tried)))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Money(low, covered.currency());
    }

    private boolean allow(Map<UUID, Long> out) {
        return out.entrySet().stream()
                .allMatch(entry -> entry.getValue() <= Math.max(0, left.getOrDefault(entry.getKey(), Long.MAX_VALUE)));
    }

    /** What each Pool can spend less after a refund than before. */
    public static Map<UUID, Long> out(Charge before, Charge after) {
        List<Position> earlier = Position.of(before);
        List<Position> later = Position.of(after);
        Map<UUID, Long> out = new HashMap<>();
        for (int i = 0; i < later.size(); i++) {
            Share share = after.shares().get(i);
            if (share.isOfPool()) {
                Money less = earlier.get(i).spendable().minus(later.get(i).spendable());
                out.merge(share.pool(), less.minorUnits(), Math::addExact);
            }
        }
        return out;
    }
}
