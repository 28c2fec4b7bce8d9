package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;

/**
 * How the sandbox is set up.
 *
 * @param publicUrl where people reach this application, for the links it gives out
 * @param eventSecrets the same on all nodes; at least one of each kind
 * @param fees what it takes for a card payment, exactly
 */
public record SandboxSettings(String publicUrl, EventSecrets eventSecrets, FeeTable fees) {
    public SandboxSettings {
        publicUrl = publicUrl.replaceAll("/+$", "");
        if (eventSecrets.platform().isEmpty() || eventSecrets.connect().isEmpty()) {
            throw new IllegalArgumentException("the sandbox signs its events: it needs a secret for each endpoint");
        }
    }
}
