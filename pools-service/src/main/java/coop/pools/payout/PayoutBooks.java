package coop.pools.payout;

import coop.pools.kernel.Money;
import coop.pools.payout.domain.Payout;
import java.time.Instant;
import java.util.Optional;

/**
 * How a payout moves through the books of one kind of body: a Pool's own book, or a Flood's and those of its Pools.
 * Called inside a transaction; each step is booked once, and calling it again changes nothing.
 */
public interface PayoutBooks {
    /** Holds the body's own book for the present transaction, and what has to be held before it. */
    void hold(Payout payout);

    /**
     * Sets the amount aside.
     *
     * @param bucket the slug of the bucket it comes from; empty for what is in none
     * @throws coop.pools.kernel.Refused INSUFFICIENT_FUNDS when less is available
     */
    void reserve(Payout payout, Optional<String> bucket);

    /**
     * Who keeps a part of what was set aside and has payouts stopped, beside the body itself; empty for nobody. Until
     * that ends the payout waits.
     */
    Optional<String> stoppedAt(Payout payout);

    /** What was set aside has been paid. */
    void paid(Payout payout);

    /** What was set aside is free again: it will not be paid. */
    void release(Payout payout);

    /**
     * Refuses a word that it has come back where it is known not to have.
     *
     * @throws coop.pools.kernel.Refused HAS_ARRIVED
     */
    default void requireMayComeBack(Payout payout) {}

    /** Since when words that it has come back can be about it as it is now; empty for since it was paid. */
    default Optional<Instant> wentAgainAt(Payout payout) {
        return Optional.empty();
    }

    /**
     * So much of what was paid has come back so far and is free again; what of it is not booked yet is booked as
     * another part.
     *
     * @param cameBack all that has come back, no more than the payout's amount
     */
    void reverse(Payout payout, Money cameBack);
}
