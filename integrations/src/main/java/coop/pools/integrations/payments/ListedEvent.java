package coop.pools.integrations.payments;

/**
 * An event that was asked for instead of delivered. It came over an authenticated connection and has no signature.
 *
 * @param body the event's JSON as the processor lists it
 */
public record ListedEvent(PaymentEvent event, byte[] body) {}
