package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;
import static coop.pools.integrations.payments.stripe.Json.whole;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.ChargeCurrencies;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** One of Stripe's objects, read by the parts that it must have. One that is missing is {@link Missing}. */
record Part(JsonNode node) {
    /** An object of Stripe's without something that is needed to understand it. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String what) {
            super("no " + what);
        }
    }

    String needed(String name) {
        return id(node, name).orElseThrow(() -> new Missing(name));
    }

    Currency currency() {
        return text(node, "currency")
                .flatMap(ChargeCurrencies::supported)
                .orElseThrow(() -> new Missing("supported currency"));
    }

    /** An amount in our smallest unit. */
    long minor(String name) {
        return minorOf(whole(node, name).orElseThrow(() -> new Missing(name)));
    }

    /** Nothing, when Stripe does not say how much. */
    long minorOrZero(String name) {
        return minorOf(whole(node, name).orElse(0L));
    }

    Instant time(String name) {
        return Json.instant(node, name).orElseThrow(() -> new Missing(name));
    }

    private long minorOf(long theirs) {
        return ChargeCurrencies.ours(theirs, currency()).orElseThrow(() -> new Missing("whole amount"));
    }

    static boolean inSupportedCurrency(JsonNode node) {
        return text(node, "currency").flatMap(ChargeCurrencies::supported).isPresent();
    }

    static Optional<String> metadata(JsonNode node, String key) {
        return text(node, "metadata", key);
    }
}
