package coop.pools.ledger.web;

import coop.pools.ledger.domain.Balances;
import coop.pools.platform.web.MoneyJson;

/**
 * What a book holds.
 *
 * @param available free to be spent for anything
 * @param inBuckets free to be spent for the purposes of the buckets
 * @param pending on its way in
 * @param reserved promised to payouts
 */
public record BalancesJson(MoneyJson available, MoneyJson inBuckets, MoneyJson pending, MoneyJson reserved) {
    public static BalancesJson of(Balances balances) {
        return new BalancesJson(
                MoneyJson.of(balances.available()),
                MoneyJson.of(balances.inBuckets()),
                MoneyJson.of(balances.pending()),
                MoneyJson.of(balances.reserved()));
    }
}
