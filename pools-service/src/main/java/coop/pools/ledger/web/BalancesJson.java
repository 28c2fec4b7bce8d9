package coop.pools.ledger.web;

import coop.pools.ledger.domain.Balances;
import coop.pools.platform.web.MoneyJson;

/**
 * What a body can dispose of by its book.
 *
 * @param available free to be spent for anything
 * @param inBuckets free to be spent for the purposes of the buckets
 * @param pending on its way in
 * @param reserved promised to payouts
 * @param earmarked kept by a Pool for its Floods
 */
public record BalancesJson(
        MoneyJson available, MoneyJson inBuckets, MoneyJson pending, MoneyJson reserved, MoneyJson earmarked) {
    public static BalancesJson of(Balances balances) {
        return new BalancesJson(
                MoneyJson.of(balances.available()),
                MoneyJson.of(balances.inBuckets()),
                MoneyJson.of(balances.pending()),
                MoneyJson.of(balances.reserved()),
                MoneyJson.of(balances.earmarked()));
    }
}
