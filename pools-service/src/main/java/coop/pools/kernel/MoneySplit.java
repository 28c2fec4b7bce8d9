package coop.pools.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides an amount into shares by the largest-remainder method (Hamilton's method).
 *
 * <p>The shares add up to the amount exactly and each differs from its exact quota by less than one smallest unit.
 * When the amount is not more than the sum of the weights, no share exceeds its weight, so the same method draws an
 * amount from what several owners still have. Ties go to the earlier weight: callers order by a stable id.
 */
public final class MoneySplit {
    private MoneySplit() {}

    /**
     * Shares of {@code total}, one per weight and in the order of the weights.
     *
     * @param total zero or more
     * @param weights zero or more each, at least one above zero
     */
    public static List<Money> byWeights(Money total, List<Long> weights) {
        BigInteger sum = weights.stream().map(MoneySplit::checked).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0 || total.minorUnits() < 0) {
            throw new IllegalArgumentException("cannot split " + total + " by " + weights);
        }
        BigInteger amount = BigInteger.valueOf(total.minorUnits());
        long[] shares = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long given = 0;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] quota =
                    amount.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(sum);
            shares[i] = quota[0].longValueExact();
            remainders[i] = quota[1];
            given = Math.addExact(given, shares[i]);
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(total.minorUnits() - given)
                .forEach(i -> shares[i]++);
        List<Money> result = new ArrayList<>(shares.length);
        for (long share : shares) {
            result.add(new Money(share, total.currency()));
        }
        return result;
    }

    private static BigInteger checked(long weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("negative weight " + weight);
        }
        return BigInteger.valueOf(weight);
    }
}
