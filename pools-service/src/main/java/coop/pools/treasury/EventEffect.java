package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import java.util.Optional;

/**
 * What one feature does about events of the processor, inside the transaction that stores them. Effects are keyed by the
 * object an event is about, since several events can tell one fact, in any order.
 */
public interface EventEffect {
    /** Empty when the event is none of this feature's. */
    Optional<Verdict> apply(PaymentEvent event);

    /** The event will be applied in the present shared transaction: what it is about can be read with others. */
    default void expect(PaymentEvent event) {}

    /** The same, when what the event is about has been read: the books that it will be booked in are known. */
    default void expectBooks(PaymentEvent event) {}
}
