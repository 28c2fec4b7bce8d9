package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inbox of signed events. */
public interface InboxStore {
    /** This event will be inserted in the present shared transaction, if it is new. */
    default void expect(String eventId) {}

    /**
     * Answers 0 and changes nothing when the event is there already. What was applied stands in the books and is not kept
     * as a text as well.
     */
    int insert(Received received, Verdict verdict, Backoff backoff);

    /** What became of an event. */
    void mark(String eventId, Verdict verdict, Backoff backoff);

    /** Waiting events whose next try is due, oldest first. */
    List<Waiting> due(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read. */
    int lease(String eventId, Instant readNextTry, Instant nextTry, int tries);

    /** Reads and locks a waiting event; empty when it is not waiting any more. */
    Optional<Waiting> lockWaiting(String eventId);

    /** What operators have to look at, the newest first. */
    List<SetAside> setAside(int limit);

    /**
     * A signed event as it came.
     *
     * @param event empty when it could not be read
     */
    record Received(
            String eventId,
            String type,
            boolean connect,
            Optional<PaymentEvent> event,
            byte[] body,
            Instant createdAt,
            Instant receivedAt) {}

    /** An event to be tried again. */
    record Waiting(String eventId, PaymentEvent event, Backoff backoff) {}

    /** An event that was set aside, and why. */
    record SetAside(String eventId, String type, String reason, Instant receivedAt) {}
}
