package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.at;
import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stripe's objects about a payment, the same in events and in answers. */
final class PaymentShapes {
    /** Where our id of a refund stands. */
    static final String REFUND = "refund_id";

    private PaymentShapes() {}

    /** The settlement, where the whole balance transaction is there and not just its id. */
    static Optional<Settlement> settlement(JsonNode transaction) {
        if (!transaction.isObject()
                || !transaction.path("fee").isIntegralNumber()
                || Json.instant(transaction, "available_on").isEmpty()) {
            return Optional.empty();
        }
        Part part = new Part(transaction);
        return Optional.of(
                new Settlement(part.minor("fee"), part.currency(), part.time("available_on"), part.needed("id")));
    }

    /** Empty for a refund of something that is no payment of the newer kind, and so none of ours. */
    static Optional<RefundFact> refund(JsonNode node, Optional<String> account) {
        Part part = new Part(node);
        return id(node, "payment_intent")
                .map(payment -> new RefundFact(
                        part.needed("id"),
                        payment,
                        Part.metadata(node, REFUND),
                        part.minor("amount"),
                        part.currency(),
                        refundState(text(node, "status").orElse("pending")),
                        id(node, "balance_transaction"),
                        id(node, "failure_balance_transaction"),
                        account));
    }

    /** Empty for a dispute of something that is no payment of the newer kind, and so none of ours. */
    static Optional<DisputeFact> dispute(JsonNode node, Optional<String> account) {
        Part part = new Part(node);
        return id(node, "payment_intent")
                .map(payment -> new DisputeFact(
                        part.needed("id"),
                        payment,
                        part.minor("amount"),
                        part.currency(),
                        disputeState(text(node, "status").orElse("needs_response")),
                        text(node, "reason").orElse("general"),
                        Json.instant(at(node, "evidence_details"), "due_by"),
                        movements(node.path("balance_transactions")),
                        account));
    }

    private static List<DisputeFact.Movement> movements(JsonNode transactions) {
        List<DisputeFact.Movement> movements = new ArrayList<>();
        for (JsonNode transaction : transactions) {
            if (transaction.isObject()) {
                Part part = new Part(transaction);
                movements.add(
                        new DisputeFact.Movement(part.needed("id"), part.minor("amount"), part.minorOrZero("fee")));
            }
        }
        return movements;
    }

    private static RefundFact.State refundState(String status) {
        return switch (status) {
            case "succeeded" -> RefundFact.State.SUCCEEDED;
            case "failed", "canceled" -> RefundFact.State.FAILED;
            default -> RefundFact.State.PENDING;
        };
    }

    private static DisputeFact.State disputeState(String status) {
        return switch (status) {
            case "warning_needs_response", "warning_under_review" -> DisputeFact.State.WARNING;
            // A prevented one ended before it took any money, as did an inquiry that came to nothing.
            case "won", "prevented", "warning_closed" -> DisputeFact.State.WON;
            case "lost" -> DisputeFact.State.LOST;
            default -> DisputeFact.State.OPEN;
        };
    }
}
