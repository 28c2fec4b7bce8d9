package coop.pools.demo;

import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.treasury.TakeWebhook;
import java.util.List;

/** Delivers the sandbox processor's signed events the way the real one's come: through the webhook, signature and all. */
public final class DeliverEvents {
    private final TakeWebhook takeWebhook;

    public DeliverEvents(TakeWebhook takeWebhook) {
        this.takeWebhook = takeWebhook;
    }

    /** In this order; durable when it returns. */
    public void deliver(List<SignedEvent> events) {
        for (SignedEvent event : events) {
            takeWebhook.take(event.body(), event.signatureHeader(), event.connect());
        }
    }
}
