package coop.pools.ledger.domain;

import coop.pools.kernel.Money;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Map;

/**
 * What moving the money has cost: fees and charges as a share of all that came in and went out.
 *
 * @param fees of cards and disputes
 * @param moved contributions in, as far as they were not given back, and payouts out, a Pool's part of a Flood's included
 */
public record CostOfAccounting(Money fees, Money moved) {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** @param balances of all accounts of a book, in normal direction */
    public static CostOfAccounting of(Map<String, Money> balances, Currency currency) {
        Money none = new Money(0, currency);
        Money fees = balances.getOrDefault(Accounts.CARD_FEES, none)
                .plus(balances.getOrDefault(Accounts.DISPUTE_FEES, none));
        Money moved =
                balances.getOrDefault(Accounts.CONTRIBUTIONS, none).plus(balances.getOrDefault(Accounts.PAYOUTS, none));
        for (Map.Entry<String, Money> account : balances.entrySet()) {
            if (account.getKey().startsWith(Accounts.spentByFlood(""))) {
                moved = moved.plus(account.getValue());
            }
        }
        return new CostOfAccounting(fees, moved);
    }

    /** Fees of ten thousand parts moved, rounded up; zero while nothing has moved. */
    public long basisPoints() {
        if (!moved.isPositive()) {
            return 0;
        }
        BigInteger whole = BigInteger.valueOf(moved.minorUnits());
        return BigInteger.valueOf(fees.minorUnits())
                .multiply(WHOLE)
                .add(whole)
                .subtract(BigInteger.ONE)
                .divide(whole)
                .longValueExact();
    }
}
