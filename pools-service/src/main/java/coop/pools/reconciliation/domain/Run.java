package coop.pools.reconciliation.domain;

import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A comparison of the books with the processor.
 *
 * @param from what was booked or moved since then was looked at, besides what was open
 * @param transactions movements of the processor that are known by now
 * @param differences how many were open at its end
 * @param totals one for each currency, in their order
 */
public record Run(
        UUID id,
        Instant from,
        Instant to,
        Instant endedAt,
        long transactions,
        long differences,
        Result result,
        List<Total> totals) {
    public Run {
        totals = List.copyOf(totals);
    }

    /** What was lacking, by currency. */
    public Map<Currency, Money> lacking() {
        return totals.stream()
                .map(Total::lacking)
                .filter(Money::isPositive)
                .collect(Collectors.toMap(Money::currency, Function.identity()));
    }

    /** How it ended. */
    public enum Result {
        /** Equal to the smallest unit. */
        EXACT,
        DIFFERENT,
        /** Nothing differs, but money moved meanwhile, so that the sums could not be taken at one moment. */
        MOVING;

        /** What follows from these sums and that many differences. */
        public static Result of(long differences, List<Total> totals) {
            boolean off = totals.stream()
                    .anyMatch(total -> total.isLacking()
                            || !total.moving() && !total.unexplained().isZero());
            if (differences > 0 || off) {
                return DIFFERENT;
            }
            boolean moved =
                    totals.stream().anyMatch(total -> !total.unexplained().isZero());
            return moved ? MOVING : EXACT;
        }
    }
}
