package coop.pools.ledger.domain;

import coop.pools.kernel.Money;

/**
 * What a body can dispose of by its book. None is below zero. For a Flood it does not matter here whether the money was
 * handed over to it or is kept for it by its Pools.
 *
 * @param available free to be spent for anything
 * @param inBuckets free to be spent for the purposes of the buckets
 * @param pending on its way in
 * @param reserved promised to payouts
 * @param earmarked kept by a Pool for its Floods, which alone can spend it
 */
public record Balances(Money available, Money inBuckets, Money pending, Money reserved, Money earmarked) {
    /** All that is held. */
    public Money total() {
        return available.plus(inBuckets).plus(pending).plus(reserved).plus(earmarked);
    }
}
