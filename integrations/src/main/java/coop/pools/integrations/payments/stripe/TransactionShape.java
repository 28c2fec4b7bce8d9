package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.BalanceTransaction;

/** Stripe's balance transactions, with the source they come from expanded where it can be. */
final class TransactionShape {
    private TransactionShape() {}

    static BalanceTransaction transaction(JsonNode node) {
        Part part = new Part(node);
        return new BalanceTransaction(
                part.needed("id"),
                text(node, "reporting_category").or(() -> text(node, "type")).orElse("other"),
                id(node, "source"),
                id(node.path("source"), "payment_intent"),
                part.minor("amount"),
                part.minorOrZero("fee"),
                part.minor("net"),
                part.currency(),
                part.time("created"),
                Json.instant(node, "available_on").orElseGet(() -> part.time("created")));
    }
}
