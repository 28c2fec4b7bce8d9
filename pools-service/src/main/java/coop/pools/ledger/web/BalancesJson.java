package coop.pools.ledger.web;

import coop.pools.ledger.domain.Balances;
import coop.pools.platform.web.MoneyJson;

/** What a book holds: free to be spent, on its way in, and promised to payouts. */
public record BalancesJson(MoneyJson available, MoneyJson pending, MoneyJson reserved) {
    public static BalancesJson of(Balances balances) {
        return new BalancesJson(
                MoneyJson.of(balances.available()),
                MoneyJson.of(balances.pending()),
                MoneyJson.of(balances.reserved()));
    }
}
