package coop.pools.reconciliation;

import coop.pools.reconciliation.domain.ProcessorMovement;
import java.util.UUID;

/** Money that somebody has sent to the platform's account; implemented above. */
public interface Arrivals {
    /** Nothing is awaited. */
    Arrivals NONE = new Arrivals() {
        @Override
        public boolean areAwaited() {
            return false;
        }

        @Override
        public boolean take(ProcessorMovement movement, UUID reference) {
            return false;
        }
    };

    boolean areAwaited();

    /**
     * Books what has come; called inside a transaction.
     *
     * @param reference what is written on the movement, or what the operator says that it is
     * @return false, and nothing is booked, when nothing like it is awaited
     */
    boolean take(ProcessorMovement movement, UUID reference);
}
