package coop.pools.reconciliation;

import coop.pools.kernel.Money;
import coop.pools.reconciliation.domain.ProcessorMovement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Money that somebody has sent to the platform's account; implemented above. */
public interface Arrivals {
    /** Since when the newest of what is on its way is; empty when nothing is. */
    Optional<Instant> newest();

    /** Which payment these words name, whether it is awaited now or has ended; empty for none that is known. */
    Optional<UUID> namedIn(String words);

    /**
     * Books what has come; called inside a transaction.
     *
     * @param reference what is written on the movement, or what the operator says that it is
     */
    Taken take(ProcessorMovement movement, UUID reference);

    /** What names a payment and can never be it: tells whom it concerns. Called inside a transaction. */
    void tellOther(ProcessorMovement movement, UUID reference);

    /** The sums that would be taken for this payment now; empty when none would. */
    List<Money> awaited(UUID reference);

    /**
     * A bank has taken back what was taken, or a part of it; books as much as it can now. Called inside a transaction, again while only a
     * part is booked.
     */
    Back takeBack(ProcessorMovement back, String topUp, UUID reference);

    /** How much of what this movement takes back is booked. */
    enum Back {
        ALL,
        PART,
        /** It is no part of what was taken, and stays the operator's. */
        NOTHING
    }

    /** What became of a movement. */
    enum Taken {
        /** It is booked. */
        NOW,
        /** Not yet: it cannot be spent, or nobody has said that it was sent. Nothing is booked. */
        LATER,
        /** Never: it has another amount or currency, or the payment has arrived before. Nothing is booked. */
        NEVER
    }
}
