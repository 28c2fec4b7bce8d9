package coop.pools.reconciliation.domain;

import coop.pools.kernel.Money;

/**
 * The sums of one currency on the platform's account.
 *
 * @param atProcessor what the processor holds
 * @param inBooks what all books say is held, less what they lack
 * @param platform what the operator's own movements add up to
 * @param explained what single movements explain that one side does not know yet, or knows differently
 * @param moving whether the first two moved while they were read
 */
public record Total(Money atProcessor, Money inBooks, Money platform, Money explained, boolean moving) {
    /** What nothing explains: zero when all is well. */
    public Money unexplained() {
        return atProcessor.minus(inBooks).minus(platform).minus(explained);
    }
}
