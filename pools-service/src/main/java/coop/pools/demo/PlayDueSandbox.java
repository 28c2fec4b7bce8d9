package coop.pools.demo;

import coop.pools.integrations.payments.sandbox.SandboxPaymentProcessor;
import coop.pools.integrations.payments.sandbox.SandboxTask;
import coop.pools.kernel.DueWork;
import java.util.List;

/**
 * Does what the sandbox processor has put off and delivers what it tells: webhooks of our own orders, renewals,
 * decisions of banks, money that comes back. A node that dies in between leaves it to be done again.
 */
public final class PlayDueSandbox implements DueWork {
    private final SandboxPaymentProcessor sandbox;
    private final DeliverEvents events;

    public PlayDueSandbox(SandboxPaymentProcessor sandbox, DeliverEvents events) {
        this.sandbox = sandbox;
        this.events = events;
    }

    @Override
    public String name() {
        return "play-sandbox";
    }

    @Override
    public int run(int atMost) {
        List<SandboxTask> due = sandbox.due(atMost);
        for (SandboxTask task : due) {
            events.deliver(task.events());
            sandbox.done(task.id());
        }
        return due.size();
    }
}
