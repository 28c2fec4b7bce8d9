package coop.pools.flood;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.MonthFlow;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * What came in in a month: what was given, less what was given back and what banks took in disputes; never below zero. What
 * a bank gives back counts when it does, but for what the month that it was taken in had too little to lose: that was
 * counted when it was given.
 */
final class CameIn {
    private CameIn() {}

    /** @param months one after the other, from the first that counts on; the last one is asked about */
    static Money inLast(List<MonthFlow> months, Currency currency) {
        long uncounted = 0;
        long cameIn = 0;
        for (MonthFlow month : months) {
            long given = net(month, Accounts.CONTRIBUTIONS);
            long disputed = net(month, Accounts.DISPUTED);
            long madeGood = Math.min(uncounted, Math.max(0, disputed));
            long net = given + disputed - madeGood;
            uncounted += Math.min(Math.max(0, -net), Math.max(0, -disputed)) - madeGood;
            cameIn = Math.max(0, net);
        }
        return new Money(cameIn, currency);
    }

    private static long net(MonthFlow month, String account) {
        return minor(month.inBy(), account) - minor(month.outBy(), account);
    }

    private static long minor(Map<String, Money> byAccount, String account) {
        Money amount = byAccount.get(account);
        return amount == null ? 0 : amount.minorUnits();
    }
}
