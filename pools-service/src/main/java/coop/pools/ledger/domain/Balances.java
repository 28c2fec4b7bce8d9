package coop.pools.ledger.domain;

import coop.pools.kernel.Money;

/**
 * What a book holds. None is below zero.
 *
 * @param available free to be spent for anything
 * @param inBuckets free to be spent for the purposes of the buckets
 * @param pending on its way in
 * @param reserved promised to payouts
 */
public record Balances(Money available, Money inBuckets, Money pending, Money reserved) {
    /** All that is held. */
    public Money total() {
        return available.plus(inBuckets).plus(pending).plus(reserved);
    }
}
