package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.ProcessorBalance;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                transfer(node.path("source")),
                text(node.path("source"), "metadata", EventShape.CONTRIBUTION),
                text(node, "description")
                        .or(() -> text(node.path("source"), "description"))
                        .orElse(""),
                part.minor("amount"),
                part.minorOrZero("fee"),
                part.minor("net"),
                part.currency(),
                part.time("created"),
                Json.instant(node, "available_on").orElseGet(() -> part.time("created")));
    }

    private static Optional<String> transfer(JsonNode source) {
        return switch (text(source, "object").orElse("")) {
            case "transfer" -> id(source, "id");
            case "transfer_reversal" -> id(source, "transfer");
            // On an account of its own: what the platform has sent to it.
            case "charge" -> id(source, "source_transfer");
            // And what the platform has taken back of it.
            case "refund" -> id(source.path("charge"), "source_transfer");
            default -> Optional.empty();
        };
    }

    /** What is held in each currency, free and pending together from two lists. */
    static List<ProcessorBalance> balances(JsonNode balance) {
        Map<Currency, long[]> held = new LinkedHashMap<>();
        add(held, balance.path("available"), 0);
        add(held, balance.path("pending"), 1);
        return held.entrySet().stream()
                .map(entry -> new ProcessorBalance(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    private static void add(Map<Currency, long[]> held, JsonNode amounts, int place) {
        if (!amounts.isArray()) {
            throw new Part.Missing("balance");
        }
        for (JsonNode amount : amounts) {
            if (Part.inSupportedCurrency(amount)) {
                Part part = new Part(amount);
                held.computeIfAbsent(part.currency(), unused -> new long[2])[place] += part.minor("amount");
            }
        }
    }
}
