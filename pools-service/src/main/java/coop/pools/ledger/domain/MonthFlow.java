package coop.pools.ledger.domain;

import coop.pools.kernel.Money;
import java.time.YearMonth;
import java.util.Map;

/**
 * What came in and went out in a calendar month (UTC).
 *
 * @param inBy by the account it came from; values above zero
 * @param outBy by the account it went to; values above zero
 */
public record MonthFlow(
        YearMonth month, Money cameIn, Money wentOut, Map<String, Money> inBy, Map<String, Money> outBy) {
    public MonthFlow {
        inBy = Map.copyOf(inBy);
        outBy = Map.copyOf(outBy);
    }
}
