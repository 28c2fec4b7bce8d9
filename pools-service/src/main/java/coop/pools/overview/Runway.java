package coop.pools.overview;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.MonthFlow;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * How long the money lasts if it goes out as in the last whole months, counting nothing that may come in.
 *
 * @param tenthsOfMonths 25 is two and a half months
 * @param overMonths how many whole months the pace was taken from
 */
public record Runway(long tenthsOfMonths, int overMonths) {
    /** Further than anybody can see. */
    private static final long FARTHEST = 1_200;

    private static final int MOST_MONTHS = 3;

    /**
     * Empty where nothing went out, or where there is no whole month to go by.
     *
     * @param whole complete months, the earliest first; the last three of them count, from the first in which anything
     *     happened
     */
    public static Optional<Runway> of(Money spendable, List<MonthFlow> whole) {
        List<MonthFlow> lived = whole.stream().dropWhile(Runway::isIdle).toList();
        List<MonthFlow> pace = lived.subList(Math.max(0, lived.size() - MOST_MONTHS), lived.size());
        BigInteger out = pace.stream()
                .map(month -> BigInteger.valueOf(month.wentOut().minorUnits()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (out.signum() == 0) {
            return Optional.empty();
        }
        BigInteger tenths = BigInteger.valueOf(spendable.minorUnits())
                .multiply(BigInteger.valueOf(10L * pace.size()))
                .divide(out);
        return Optional.of(new Runway(tenths.min(BigInteger.valueOf(FARTHEST)).longValueExact(), pace.size()));
    }

    private static boolean isIdle(MonthFlow month) {
        return month.cameIn().isZero() && month.wentOut().isZero();
    }

    /** Whether it is so long that a number says nothing. */
    public boolean isFar() {
        return tenthsOfMonths == FARTHEST;
    }
}
