package coop.pools.integrations.payments;

import java.util.Optional;

/**
 * An event that was asked for instead of delivered. It came over an authenticated connection and has no signature.
 *
 * @param body the event's JSON as the processor lists it
 * @param account the connected account whose list it stood in; empty for the platform's own
 */
public record ListedEvent(PaymentEvent event, byte[] body, Optional<String> account) {}
