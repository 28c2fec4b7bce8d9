package coop.pools.treasury.domain;

import coop.pools.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Apportions a total that grows over time - all that was refunded of a charge so far - so that no part ever falls
 * while the total grows: the method of Sainte-Lagu&euml; and Webster. Largest remainders do not keep that promise (the
 * Alabama paradox): a second refund could give a Pool a cent back.
 *
 * <p>The parts add up to the total exactly. The whole amount is apportioned as the weights themselves, so no part ever
 * exceeds its weight before the total exceeds their sum. Ties go to the earlier weight.
 */
public final class GrowingSplit {
    private GrowingSplit() {}

    /**
     * Parts of {@code total}, one per weight and in the order of the weights.
     *
     * @param total zero or more
     * @param weights zero or more each, at least one above zero; total times weight times two fits a long
     */
    public static List<Money> of(Money total, List<Money> weights) {
        long amount = total.minorUnits();
        long sum = 0;
        for (Money weight : weights) {
            sum += weight.minorUnits();
        }
        if (amount < 0 || sum <= 0) {
            throw new IllegalArgumentException("cannot split " + total + " by " + weights);
        }
        if (amount == 0 || weights.size() == 1) {
            return Collections.nCopies(weights.size(), total);
        }
        long[] parts = new long[weights.size()];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = rounded(Math.multiplyExact(amount, weights.get(i).minorUnits()), sum);
            given += parts[i];
        }
        // Rounding leaves at most half a unit for each weight to be given or taken.
        for (; given < amount; given++) {
            parts[next(parts, weights)]++;
        }
        for (; given > amount; given--) {
            parts[last(parts, weights)]--;
        }
        List<Money> result = new ArrayList<>(parts.length);
        for (long part : parts) {
            result.add(new Money(part, total.currency()));
        }
        return result;
    }

    /** To the nearest whole; an exact half is left to be given in order. */
    private static long rounded(long dividend, long divisor) {
        long whole = dividend / divisor;
        return Math.multiplyExact(dividend % divisor, 2L) > divisor ? whole + 1 : whole;
    }

    /** Who gets the next unit: the greatest weight over twice what it has, plus one. */
    private static int next(long[] parts, List<Money> weights) {
        int best = 0;
        for (int i = 1; i < parts.length; i++) {
            if (compare(weights.get(i), 2 * parts[i] + 1, weights.get(best), 2 * parts[best] + 1) > 0) {
                best = i;
            }
        }
        return best;
    }

    /** Who got the last one: the smallest such value, the later of equals. */
    private static int last(long[] parts, List<Money> weights) {
        int best = -1;
        for (int i = 0; i < parts.length; i++) {
            boolean has = parts[i] > 0;
            if (has
                    && (best < 0
                            || compare(weights.get(i), 2 * parts[i] - 1, weights.get(best), 2 * parts[best] - 1)
                                    <= 0)) {
                best = i;
            }
        }
        return best;
    }

    private static int compare(Money one, long oneDivisor, Money other, long otherDivisor) {
        return Long.compare(
                Math.multiplyExact(one.minorUnits(), otherDivisor), Math.multiplyExact(other.minorUnits(), oneDivisor));
    }
}
