package coop.pools.membership.domain;

import coop.pools.kernel.Money;

/**
 * What a member is paid on leaving, and how that was worked out: given - spent - borne.
 *
 * @param given as a member, while the bylaws gave it back, and not taken back since; after card costs
 * @param spent their part of what was spent since
 * @param borne their part of payments that they agreed to and that are still to be made
 * @param now what of it goes out at once; the rest waits for money to come in
 */
public record ExitShare(Money given, Money spent, Money borne, Money now) {
    /** In all, zero or more. */
    public Money amount() {
        return given.minus(spent).minus(borne);
    }

    /** What waits. */
    public Money later() {
        return amount().minus(now);
    }
}
