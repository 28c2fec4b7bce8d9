package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;
import static coop.pools.integrations.payments.stripe.Json.whole;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.UnreadableEvent;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * One event whose signature has been checked, and what it means to Pools. Only metadata that Pools itself has set makes
 * an event ours; a {@code client_reference_id} does not, since a payment link lets strangers choose it.
 */
final class EventShape {
    static final String CONTRIBUTION = "contribution_id";
    static final String PAYOUT = "payout_id";

    private final JsonNode root;
    private final JsonNode object;
    private final boolean foreign;
    private final Optional<String> account;
    private final String eventId;
    private final String type;
    private final Instant createdAt;

    EventShape(JsonNode root, boolean connect, Instant signedAt) {
        this.root = root;
        this.object = Json.at(root, "data", "object");
        // What happens on a payee's own account is no money of ours, whatever its metadata says.
        this.account = text(root, "account");
        this.foreign = connect || account.isPresent();
        this.eventId = text(root, "id").orElseThrow(() -> new UnreadableEvent("the event has no id"));
        this.type = text(root, "type").orElseThrow(() -> new UnreadableEvent("the event has no type"));
        this.createdAt = Json.instant(root, "created").orElse(signedAt);
    }

    PaymentEvent event() {
        if (type.startsWith("v2.core.account[") || type.startsWith("v2.core.account.")) {
            return payeeChanged(text(root, "related_object", "id"));
        }
        if (type.equals("account.updated")) {
            return payeeChanged(text(object, "id").or(() -> text(root, "account")));
        }
        if (foreign) {
            return other();
        }
        return switch (type) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> sessionPaid();
            case "checkout.session.async_payment_failed" -> sessionNotPaid(false);
            case "checkout.session.expired" -> sessionNotPaid(true);
            case "payment_intent.succeeded" -> intentPaid();
            case "charge.succeeded" -> chargePaid();
            case "transfer.created", "transfer.updated", "transfer.reversed" -> transferChanged();
            default -> other();
        };
    }

    private PaymentEvent sessionPaid() {
        String status = text(object, "payment_status").orElse("unpaid");
        if (contributionOfPaymentPage().isEmpty() || status.equals("unpaid")) {
            return other();
        }
        JsonNode charge = Json.at(object, "payment_intent", "latest_charge");
        return paid(id(object, "payment_intent"), whole(object, "amount_total"), charge);
    }

    private PaymentEvent sessionNotPaid(boolean expired) {
        return contributionOfPaymentPage()
                .<PaymentEvent>map(contribution ->
                        new PaymentEvent.NotPaid(eventId, type, createdAt, contribution, expired, account))
                .orElseGet(this::other);
    }

    private PaymentEvent intentPaid() {
        return contribution().isEmpty()
                ? other()
                : paid(text(object, "id"), whole(object, "amount_received"), object.path("latest_charge"));
    }

    private PaymentEvent chargePaid() {
        boolean taken =
                object.path("paid").asBoolean(false) && object.path("captured").asBoolean(false);
        return contribution().isEmpty() || !taken
                ? other()
                : paid(id(object, "payment_intent"), whole(object, "amount"), object);
    }

    private PaymentEvent paid(Optional<String> paymentId, Optional<Long> amountMinor, JsonNode charge) {
        return new PaymentEvent.Paid(
                eventId,
                type,
                createdAt,
                needed(contribution(), "contribution"),
                needed(paymentId, "payment"),
                needed(amountMinor.filter(amount -> amount > 0), "amount"),
                needed(currency(object), "supported currency"),
                settlement(charge.path("balance_transaction")),
                id(charge),
                account);
    }

    private PaymentEvent transferChanged() {
        Optional<String> payoutId = text(object, "metadata", PAYOUT);
        if (payoutId.isEmpty()) {
            return other();
        }
        return new PaymentEvent.TransferChanged(
                eventId,
                type,
                createdAt,
                new TransferReceipt(
                        needed(text(object, "id"), "transfer"),
                        payoutId.get(),
                        needed(id(object, "destination"), "destination"),
                        needed(whole(object, "amount"), "amount"),
                        needed(currency(object), "supported currency"),
                        object.path("reversed").asBoolean(false)));
    }

    private PaymentEvent payeeChanged(Optional<String> accountId) {
        return accountId
                .<PaymentEvent>map(account -> new PaymentEvent.PayeeChanged(eventId, type, createdAt, account))
                .orElseGet(this::other);
    }

    private PaymentEvent other() {
        return new PaymentEvent.Other(eventId, type, createdAt);
    }

    private Optional<String> contribution() {
        return text(object, "metadata", CONTRIBUTION);
    }

    /** Pages for subscriptions and for storing cards pay no contribution by themselves. */
    private Optional<String> contributionOfPaymentPage() {
        return text(object, "mode").filter("payment"::equals).flatMap(mode -> contribution());
    }

    /** The settlement, where the event carries the whole balance transaction and not just its id. */
    private static Optional<Settlement> settlement(JsonNode transaction) {
        return currency(transaction)
                .flatMap(currency -> whole(transaction, "fee")
                        .flatMap(fee -> Json.instant(transaction, "available_on")
                                .flatMap(at ->
                                        text(transaction, "id").map(id -> new Settlement(fee, currency, at, id)))));
    }

    private static Optional<Currency> currency(JsonNode node) {
        return text(node, "currency").flatMap(ChargeCurrencies::supported);
    }

    private <T> T needed(Optional<T> value, String what) {
        return value.orElseThrow(() -> new UnreadableEvent("event " + eventId + " (" + type + ") has no " + what));
    }
}
