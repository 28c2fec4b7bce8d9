package coop.pools.payout.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * What a bank has taken back of a top-up that a payout had arrived with. Amounts are in the currency's smallest unit.
 *
 * @param movement the processor's id of what took it back
 * @param bookedMinor how much of the amount is booked as gone; the rest was spent or promised
 * @param madeGoodBy the top-up that was brought in its place
 * @param gone whether nothing of the payout was left with it, so that the payout had to arrive once more
 */
public record TakenBack(
        String movement,
        String topUp,
        UUID payout,
        long amountMinor,
        long bookedMinor,
        Optional<String> madeGoodBy,
        boolean gone) {
    /** Neither brought again nor awaited with the whole payout. */
    public boolean isOpen() {
        return madeGoodBy.isEmpty() && !gone;
    }

    /** Nothing of it is left to be booked. */
    public boolean isDone() {
        return !isOpen() || bookedMinor == amountMinor;
    }
}
