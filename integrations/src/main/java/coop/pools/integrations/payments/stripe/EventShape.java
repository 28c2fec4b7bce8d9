package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.UnreadableEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * One event whose signature has been checked, and what it means to Pools. Only metadata that Pools itself has set makes
 * an event ours; a {@code client_reference_id} does not, since a payment link lets strangers choose it. Refunds,
 * disputes and subscriptions are told of whosever they are: whether the payment is one of ours is known to the books.
 */
final class EventShape {
    static final String CONTRIBUTION = "contribution_id";
    static final String PAYOUT = "payout_id";
    /** The processor's ids are documented to have at most 255 characters. */
    private static final int LONGEST_NAME = 255;

    private final JsonNode root;
    private final JsonNode object;
    private final boolean connect;
    private final Optional<String> account;
    private final String eventId;
    private final String type;
    private final Instant createdAt;

    EventShape(JsonNode root, boolean connect, Instant otherwiseAt) {
        this.root = root;
        this.object = Json.at(root, "data", "object");
        this.connect = connect;
        this.account = text(root, "account");
        this.eventId = named(root, "id");
        this.type = named(root, "type");
        this.createdAt = Json.instant(root, "created").orElse(otherwiseAt);
    }

    private static String named(JsonNode root, String field) {
        return text(root, field)
                .filter(name -> name.length() <= LONGEST_NAME)
                .orElseThrow(() -> new UnreadableEvent("the event has no " + field));
    }

    /** Of test mode where money is real, or the reverse: whatever it says is not true here. */
    PaymentEvent otherMode() {
        return new PaymentEvent.OtherMode(eventId, type, createdAt);
    }

    /** What it means, or that it means nothing where it cannot be read. */
    PaymentEvent eventOrOther() {
        try {
            return event();
        } catch (UnreadableEvent unreadable) {
            return other();
        }
    }

    PaymentEvent event() {
        try {
            return understood();
        } catch (Part.Missing missing) {
            throw new UnreadableEvent("event " + eventId + " (" + type + ") has " + missing.getMessage());
        }
    }

    private PaymentEvent understood() {
        if (type.startsWith("v2.core.account[") || type.startsWith("v2.core.account.")) {
            return payeeChanged(text(root, "related_object", "id"));
        }
        if (type.startsWith("account.external_account.")) {
            return payeeChanged(account.or(() -> text(object, "account")));
        }
        if (type.equals("account.updated")) {
            return payeeChanged(text(object, "id").or(() -> account));
        }
        if (connect && account.isEmpty()) {
            // It does not say whose money it is about.
            return other();
        }
        return switch (type) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> sessionCompleted();
            case "checkout.session.async_payment_failed" -> sessionNotPaid(false);
            case "checkout.session.expired" -> sessionNotPaid(true);
            case "payment_intent.succeeded" -> intentPaid();
            case "payment_intent.payment_failed", "payment_intent.processing", "payment_intent.canceled" ->
                contribution().isEmpty() ? other() : touched(text(object, "id"));
            case "charge.succeeded" -> chargePaid();
            case "charge.refund.updated" -> refundChanged();
            case "charge.refunded", "charge.updated", "charge.failed", "charge.pending" ->
                touched(id(object, "payment_intent"));
            case "transfer.created", "transfer.updated", "transfer.reversed" -> transferChanged();
            default -> byFamily();
        };
    }

    private PaymentEvent byFamily() {
        if (type.startsWith("refund.")) {
            return refundChanged();
        }
        if (type.startsWith("charge.dispute.")) {
            return Optional.of(object)
                    .filter(Part::inSupportedCurrency)
                    .flatMap(dispute -> PaymentShapes.dispute(dispute, account))
                    .<PaymentEvent>map(dispute -> new PaymentEvent.DisputeChanged(eventId, type, createdAt, dispute))
                    .orElseGet(this::other);
        }
        if (type.startsWith("customer.subscription.")) {
            return recurring(text(object, "id"), Part.metadata(object, RecurringShapes.RECURRING));
        }
        if (type.startsWith("invoice.")) {
            return billed(object);
        }
        return type.startsWith("invoice_payment.") ? billed(object.path("invoice")) : other();
    }

    private PaymentEvent billed(JsonNode invoice) {
        JsonNode details = Json.at(invoice, "parent", "subscription_details");
        return recurring(id(details, "subscription"), Part.metadata(details, RecurringShapes.RECURRING));
    }

    private PaymentEvent recurring(Optional<String> subscriptionId, Optional<String> recurringId) {
        return subscriptionId
                .<PaymentEvent>map(subscription ->
                        new PaymentEvent.RecurringTouched(eventId, type, createdAt, subscription, recurringId, account))
                .orElseGet(this::other);
    }

    private PaymentEvent sessionCompleted() {
        if (text(object, "mode").filter("subscription"::equals).isPresent()) {
            return recurring(id(object, "subscription"), Part.metadata(object, RecurringShapes.RECURRING));
        }
        String status = text(object, "payment_status").orElse("unpaid");
        if (contributionOfPaymentPage().isEmpty()) {
            return other();
        }
        if (status.equals("unpaid")) {
            // An asynchronous method: the page is done with, the money is not here.
            return touched(id(object, "payment_intent"));
        }
        JsonNode charge = Json.at(object, "payment_intent", "latest_charge");
        return paid(id(object, "payment_intent"), "amount_total", charge);
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
                : paid(text(object, "id"), "amount_received", object.path("latest_charge"));
    }

    private PaymentEvent chargePaid() {
        boolean taken =
                object.path("paid").asBoolean(false) && object.path("captured").asBoolean(false);
        return contribution().isEmpty() || !taken ? other() : paid(id(object, "payment_intent"), "amount", object);
    }

    private PaymentEvent paid(Optional<String> paymentId, String amount, JsonNode charge) {
        Part money = new Part(object);
        long amountMinor = money.minor(amount);
        if (amountMinor <= 0) {
            throw new Part.Missing("amount");
        }
        return new PaymentEvent.Paid(
                eventId,
                type,
                createdAt,
                contribution().orElseThrow(() -> new Part.Missing("contribution")),
                paymentId.orElseThrow(() -> new Part.Missing("payment")),
                amountMinor,
                money.currency(),
                PaymentShapes.settlement(charge.path("balance_transaction")),
                id(charge),
                account);
    }

    private PaymentEvent refundChanged() {
        // No Pool has money in any other currency.
        return Optional.of(object)
                .filter(Part::inSupportedCurrency)
                .flatMap(refund -> PaymentShapes.refund(refund, account))
                .<PaymentEvent>map(refund -> new PaymentEvent.RefundChanged(eventId, type, createdAt, refund))
                .orElseGet(this::other);
    }

    private PaymentEvent touched(Optional<String> paymentId) {
        return paymentId
                .<PaymentEvent>map(
                        payment -> new PaymentEvent.PaymentTouched(eventId, type, createdAt, payment, account))
                .orElseGet(this::other);
    }

    private PaymentEvent transferChanged() {
        Optional<String> payoutId = Part.metadata(object, PAYOUT);
        // What happens between other accounts is no payout of ours, whatever its metadata says.
        if (payoutId.isEmpty() || account.isPresent()) {
            return other();
        }
        Part transfer = new Part(object);
        return new PaymentEvent.TransferChanged(
                eventId,
                type,
                createdAt,
                new TransferReceipt(
                        transfer.needed("id"),
                        payoutId.get(),
                        transfer.needed("destination"),
                        transfer.minor("amount"),
                        transfer.currency(),
                        object.path("reversed").asBoolean(false),
                        takenBack(transfer)));
    }

    private long takenBack(Part transfer) {
        if (object.hasNonNull("amount_reversed")) {
            return transfer.minor("amount_reversed");
        }
        return object.path("reversed").asBoolean(false) ? transfer.minor("amount") : 0;
    }

    private PaymentEvent payeeChanged(Optional<String> accountId) {
        return accountId
                .<PaymentEvent>map(changed -> new PaymentEvent.PayeeChanged(eventId, type, createdAt, changed))
                .orElseGet(this::other);
    }

    private PaymentEvent other() {
        return new PaymentEvent.Other(eventId, type, createdAt);
    }

    private Optional<String> contribution() {
        return Part.metadata(object, CONTRIBUTION);
    }

    /** Pages for subscriptions and for storing cards pay no contribution by themselves. */
    private Optional<String> contributionOfPaymentPage() {
        return text(object, "mode").filter("payment"::equals).flatMap(mode -> contribution());
    }
}
