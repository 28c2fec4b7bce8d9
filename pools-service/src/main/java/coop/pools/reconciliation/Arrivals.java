package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.ProcessorMovement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Money that somebody has sent to the platform's account; implemented above. */
public interface Arrivals {
    /** What is on its way, the newest first; at most a thousand. */
    List<Awaited> awaited();

    /** @param reference what is to be written on the movement */
    record Awaited(UUID reference, Instant since) {}

    /**
     * Books what has come; called inside a transaction.
     *
     * @param reference what is written on the movement, or what the operator says that it is
     * @return false, and nothing is booked, when nothing like it is awaited
     */
    boolean take(ProcessorMovement movement, UUID reference);
}
