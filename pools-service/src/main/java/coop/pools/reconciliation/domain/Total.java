package coop.pools.reconciliation.domain;

import coop.pools.kernel.Money;
import java.util.Currency;
import java.util.Map;

/**
 * The sums of one currency on the platform's account.
 *
 * @param atProcessor what the processor holds
 * @param inBooks what all books say is held, less what they lack
 * @param platform what the operator's own movements add up to
 * @param explained what single movements explain that one side does not know yet, or knows differently
 * @param lacking what the processor holds less than belongs to Pools and Floods, zero when it holds all of it
 * @param moving whether the first two moved while they were read
 */
public record Total(Money atProcessor, Money inBooks, Money platform, Money explained, Money lacking, boolean moving) {

    /** What nothing explains: zero when all is well. */
    public Money unexplained() {
        return atProcessor.minus(inBooks).minus(platform).minus(explained);
    }

    /**
     * The same, with what is lacking: the operator has taken more than was their own, or somebody took what nobody knows
     * of. What is on its way does not count.
     *
     * @param operators what of {@code inBooks} is the operator's own
     * @param strange what was taken by movements that nobody knows, zero or less
     */
    public Total lackingBeside(Money operators, Money strange) {
        Money left = platform.plus(operators).plus(unexplained()).plus(strange);
        Money none = Money.zero(left.currency());
        return new Total(
                atProcessor, inBooks, platform, explained, none.isMoreThan(left) ? left.negated() : none, moving);
    }

    /** The same, with what was lacking before: what moves is not judged. */
    public Total lackingAsIn(Map<Currency, Money> before) {
        Money none = Money.zero(lacking.currency());
        Money same = before.getOrDefault(none.currency(), none);
        return new Total(atProcessor, inBooks, platform, explained, same, moving);
    }

    /** Whether money is lacking, and did not only move while it was counted. */
    public boolean isLacking() {
        return !moving && lacking.isPositive();
    }
}
