package coop.pools.integrations.payments.sandbox;

import java.util.List;

/**
 * Something that happened at the sandbox, as it is kept: what webhooks tell of it, and what money it moved.
 *
 * @param account where it happened; empty for the platform's own account
 * @param events JSON in Stripe's shape, in the order of telling
 */
public record SandboxHappening(long at, String account, List<String> events, List<SandboxMovement> movements) {
    public SandboxHappening {
        events = List.copyOf(events);
        movements = List.copyOf(movements);
    }
}
