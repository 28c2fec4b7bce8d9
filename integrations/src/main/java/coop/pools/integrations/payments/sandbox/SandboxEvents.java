package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxObjects.charge;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.dispute;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.intent;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.object;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.refund;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.session;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.unpaidIntent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sandbox tells, in Stripe's JSON. The id of an event follows from what it tells, so the same fact told again
 * is the same event.
 */
final class SandboxEvents {
    private static final String API_VERSION = "2026-07-29.dahlia";

    private SandboxEvents() {}

    static List<ObjectNode> paid(SandboxCheckout checkout, SandboxPayment payment) {
        long at = payment.paidAt();
        String by = checkout.decidesAt() > 0 ? "async_payment_succeeded" : "completed";
        ObjectNode session = session(checkout, "complete", "paid");
        session.set("payment_intent", intent(payment));
        List<ObjectNode> events = new ArrayList<>(charged(checkout.id(), payment));
        events.add(event("checkout.session." + by, checkout.id(), at, session));
        for (SandboxDispute opened : payment.disputes()) {
            events.addAll(disputeOpened(payment, opened));
        }
        return events;
    }

    /** The two events that a charge alone makes. */
    static List<ObjectNode> charged(String about, SandboxPayment payment) {
        return List.of(
                event("charge.succeeded", about, payment.paidAt(), charge(payment)),
                event("payment_intent.succeeded", about, payment.paidAt(), intent(payment)));
    }

    static List<ObjectNode> declined(SandboxCheckout checkout, String code, Instant now) {
        ObjectNode intent = unpaidIntent(checkout, "requires_payment_method");
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "card_declined")
                .put("decline_code", code);
        String about = checkout.id() + "_" + checkout.attempts();
        return List.of(event("payment_intent.payment_failed", about, now.getEpochSecond(), intent));
    }

    static List<ObjectNode> expired(SandboxCheckout checkout) {
        return List.of(event(
                "checkout.session.expired",
                checkout.id(),
                checkout.expiresAt(),
                session(checkout, "expired", "unpaid")));
    }

    static List<ObjectNode> processing(SandboxCheckout checkout, long at) {
        ObjectNode session = session(checkout, "complete", "unpaid").put("payment_intent", checkout.paymentId());
        return List.of(
                event("payment_intent.processing", checkout.id(), at, unpaidIntent(checkout, "processing")),
                event("checkout.session.completed", checkout.id(), at, session));
    }

    static List<ObjectNode> debitFailed(SandboxCheckout checkout) {
        ObjectNode session = session(checkout, "complete", "unpaid").put("payment_intent", checkout.paymentId());
        return List.of(
                event(
                        "payment_intent.payment_failed",
                        checkout.id(),
                        checkout.decidesAt(),
                        unpaidIntent(checkout, "requires_payment_method")),
                event("checkout.session.async_payment_failed", checkout.id(), checkout.decidesAt(), session));
    }

    static List<ObjectNode> refunded(SandboxPayment payment, SandboxRefund made) {
        return List.of(
                event("refund.created", made.id(), made.createdAt(), refund(payment, made)),
                event("charge.refunded", made.id(), made.createdAt(), charge(payment)));
    }

    /** A refund that was pending or had succeeded has become something else. */
    static List<ObjectNode> refundDecided(SandboxPayment payment, SandboxRefund decided, long at) {
        String type = decided.state() == coop.pools.integrations.payments.RefundFact.State.FAILED
                ? "refund.failed"
                : "refund.updated";
        return List.of(
                event(type, decided.id(), at, refund(payment, decided)),
                event("charge.refund.updated", decided.id(), at, refund(payment, decided)));
    }

    static List<ObjectNode> disputeOpened(SandboxPayment payment, SandboxDispute opened) {
        return List.of(
                event("charge.dispute.created", opened.id(), opened.createdAt(), dispute(payment, opened)),
                event("charge.dispute.funds_withdrawn", opened.id(), opened.createdAt(), dispute(payment, opened)));
    }

    static List<ObjectNode> disputeDecided(SandboxPayment payment, SandboxDispute decided) {
        List<ObjectNode> events = new ArrayList<>();
        if (decided.state() == coop.pools.integrations.payments.DisputeFact.State.WON) {
            events.add(event(
                    "charge.dispute.funds_reinstated", decided.id(), decided.decidedAt(), dispute(payment, decided)));
        }
        events.add(event("charge.dispute.closed", decided.id(), decided.decidedAt(), dispute(payment, decided)));
        return events;
    }

    static ObjectNode transferred(SandboxTransfer transfer, boolean reversed) {
        long at = reversed ? transfer.reversedAt() : transfer.createdAt();
        long amount = SandboxObjects.amount(transfer.amountMinor(), transfer.currencyCode());
        ObjectNode object = object("transfer", transfer.id())
                .put("amount", amount)
                .put("amount_reversed", reversed ? amount : 0)
                .put("currency", SandboxObjects.code(transfer.currencyCode()))
                .put("destination", transfer.accountId())
                .put("created", transfer.createdAt())
                .put("reversed", reversed)
                .put("transfer_group", "payout_" + transfer.payoutId());
        object.putObject("metadata").put("payout_id", transfer.payoutId()).put("group", transfer.transferGroup());
        return event(reversed ? "transfer.reversed" : "transfer.created", transfer.id(), at, object);
    }

    /** The thin event of Accounts v2 and the older one: two events that tell one fact. */
    static List<ObjectNode> onboarded(SandboxPayee payee) {
        String type = "v2.core.account[configuration." + (payee.charged() ? "merchant" : "recipient")
                + "].capability_status_updated";
        ObjectNode thin = object("v2.core.event", eventId(type, payee.accountId()))
                .put("type", type)
                .put("created", Instant.ofEpochSecond(payee.readyAt()).toString())
                .put("livemode", false)
                .putNull("context");
        thin.putObject("related_object")
                .put("id", payee.accountId())
                .put("type", "v2.core.account")
                .put("url", "/v2/core/accounts/" + payee.accountId());
        ObjectNode account = object("account", payee.accountId())
                .put("country", payee.country())
                .put("details_submitted", true)
                .put("charges_enabled", payee.charged())
                .put("payouts_enabled", true);
        account.putObject("capabilities").put(payee.charged() ? "card_payments" : "transfers", "active");
        return List.of(thin, event("account.updated", payee.accountId(), payee.readyAt(), account));
    }

    /** Another bank account takes the place of the one before. */
    static ObjectNode bankChanged(SandboxBank bank, long at) {
        String about = bank.accountId() + "_" + bank.number();
        ObjectNode account = object("bank_account", "ba_sandbox_" + about)
                .put("account", bank.accountId())
                .put("default_for_currency", true);
        return event("account.external_account.updated", about, at, account);
    }

    static ObjectNode event(String type, String about, long createdAt, ObjectNode object) {
        ObjectNode event = object("event", eventId(type, about))
                .put("api_version", API_VERSION)
                .put("created", createdAt)
                .put("pending_webhooks", 1)
                .put("type", type);
        event.putObject("request").putNull("id").putNull("idempotency_key");
        event.putObject("data").set("object", object);
        return event;
    }

    private static String eventId(String type, String about) {
        return "evt_" + about + "_" + type.replaceAll("[^a-z0-9]+", "_");
    }
}
