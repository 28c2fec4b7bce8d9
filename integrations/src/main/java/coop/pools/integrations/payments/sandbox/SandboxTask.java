package coop.pools.integrations.payments.sandbox;

import java.util.List;

/**
 * Something that the sandbox's clock made happen.
 *
 * @param id to be given to {@link SandboxPaymentProcessor#done} once the events are delivered; until then the same task
 *     comes again and tells the same
 * @param events to be delivered in this order; may be empty
 */
public record SandboxTask(String id, List<SignedEvent> events) {
    public SandboxTask {
        events = List.copyOf(events);
    }
}
