package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Those of these events that are here already. */
    Set<String> known(Collection<String> eventIds);

    /** What operators have to look at, the newest first. */
    List<SetAside> setAside(int limit);

    /** An event that was set aside waits to be tried again; 0 when it is not set aside or could never be read. */
    int retry(String eventId, Instant now);

    /** The same with all that were set aside; how many there were. */
    int retryAll(Instant now);

    /** An event that was set aside is done with; 0 when it is not set aside. */
    int dismiss(String eventId, String reason);

    /** How many events wait or were set aside, and since when the oldest of them has. */
    List<Unapplied> unapplied();

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

    /** Events in one state that have had no effect yet. */
    record Unapplied(EventState state, long events, Instant oldest) {}
}
