package coop.pools.integrations.payments.stripe;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach Stripe.
 *
 * @param apiBase in place of all of Stripe's own addresses, for tests and stand-ins; empty for Stripe itself
 * @param networkRetries how often the SDK itself repeats a call, with the same key; a call takes at most
 *     {@code (networkRetries + 1) * (connectTimeout + readTimeout)} and some seconds of waiting
 */
public record StripeSettings(
        String apiKey,
        Optional<String> apiBase,
        Duration connectTimeout,
        Duration readTimeout,
        int networkRetries,
        EventSecrets eventSecrets,
        FeeTable fees) {
    public StripeSettings {
        if (apiKey.isBlank()) {
            throw new IllegalArgumentException("Stripe needs a secret key");
        }
        apiBase = apiBase.map(base -> base.replaceAll("/+$", "")).filter(base -> !base.isBlank());
    }

    /** With the usual time-outs (5 s, 20 s), two repetitions and the default fees. */
    public static StripeSettings of(String apiKey, Optional<String> apiBase, EventSecrets eventSecrets) {
        return new StripeSettings(
                apiKey, apiBase, Duration.ofSeconds(5), Duration.ofSeconds(20), 2, eventSecrets, FeeTable.defaults());
    }

    /** Whether real money moves. */
    public boolean live() {
        return apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "StripeSettings[live=" + live() + ", apiBase=" + apiBase + ", " + eventSecrets + "]";
    }
}
