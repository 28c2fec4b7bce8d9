package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.at;
import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;
import static coop.pools.integrations.payments.stripe.Json.whole;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringFacts.Charge;
import coop.pools.integrations.payments.RecurringFacts.ChargeState;
import coop.pools.integrations.payments.RecurringFacts.State;
import coop.pools.integrations.payments.RecurringRequest.Every;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stripe's subscriptions and invoices. The period stands on the subscription's item, not on the subscription. */
final class RecurringShapes {
    /** Where our id of a recurring contribution stands. */
    static final String RECURRING = "recurring_id";

    private RecurringShapes() {}

    /** Empty for a subscription that Pools has not made. */
    static Optional<RecurringFacts> subscription(JsonNode node, List<Charge> charges, Optional<String> account) {
        Optional<String> ours = Part.metadata(node, RECURRING);
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        JsonNode item = item(node);
        Part price = new Part(item.path("price"));
        State state = state(node);
        Optional<Instant> periodEnd = Json.instant(item, "current_period_end");
        boolean ending = node.path("cancel_at_period_end").asBoolean(false);
        Optional<Instant> endsAt = Json.instant(node, "ended_at")
                .or(() -> Json.instant(node, "cancel_at"))
                .or(() -> ending ? periodEnd : Optional.empty());
        boolean more = state == State.ACTIVE || state == State.PAST_DUE;
        return Optional.of(new RecurringFacts(
                new Part(node).needed("id"),
                ours.get(),
                new Part(node).needed("customer"),
                state,
                price.minor("unit_amount"),
                price.currency(),
                every(price.node()),
                periodEnd.filter(next ->
                        more && endsAt.filter(end -> !next.isBefore(end)).isEmpty()),
                endsAt,
                charges,
                account));
    }

    /** The one thing that is paid for. */
    static JsonNode item(JsonNode subscription) {
        return at(subscription, "items", "data").path(0);
    }

    /** One invoice; its payment stands in it where the list of payments was asked for. */
    static Charge charge(JsonNode invoice, Optional<String> paymentId) {
        Part part = new Part(invoice);
        ChargeState state = switch (text(invoice, "status").orElse("open")) {
            case "paid" -> ChargeState.PAID;
            case "void", "uncollectible" -> ChargeState.DROPPED;
            default -> ChargeState.OPEN;
        };
        return new Charge(
                part.needed("id"),
                state,
                part.minor(state == ChargeState.PAID ? "amount_paid" : "amount_due"),
                part.currency(),
                paymentId.filter(payment -> state == ChargeState.PAID),
                text(invoice, "hosted_invoice_url").filter(url -> state == ChargeState.OPEN),
                Json.instant(invoice, "next_payment_attempt").filter(at -> state == ChargeState.OPEN),
                whole(invoice, "attempt_count").map(Math::toIntExact).orElse(0),
                part.time("created"));
    }

    /** The payment that paid, of a list of an invoice's payments. */
    static Optional<String> paidBy(JsonNode payments) {
        for (JsonNode payment : payments) {
            if (text(payment, "status").filter("paid"::equals).isPresent()) {
                Optional<String> intent = id(payment, "payment", "payment_intent");
                if (intent.isPresent()) {
                    return intent;
                }
            }
        }
        return Optional.empty();
    }

    private static Every every(JsonNode price) {
        return switch (text(price, "recurring", "interval").orElse("")) {
            case "month" -> Every.MONTH;
            case "year" -> Every.YEAR;
            default -> throw new Part.Missing("month or year");
        };
    }

    private static State state(JsonNode node) {
        String status = text(node, "status").orElse("incomplete");
        return switch (status) {
            case "incomplete" -> State.INCOMPLETE;
            case "canceled", "incomplete_expired" -> State.ENDED;
            case "paused" -> State.PAUSED;
            case "past_due", "unpaid" -> at(node, "pause_collection").isObject() ? State.PAUSED : State.PAST_DUE;
            default -> at(node, "pause_collection").isObject() ? State.PAUSED : State.ACTIVE;
        };
    }
}
