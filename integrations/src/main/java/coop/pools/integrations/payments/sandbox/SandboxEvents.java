package coop.pools.integrations.payments.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.stripe.SignedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The webhooks of the sandbox, in Stripe's JSON and signed by its scheme. The id of an event follows from what it tells,
 * so the same fact told again is the same event. Unlike Stripe's, an event of a payment carries its balance transaction
 * whole: the sandbox settles at once.
 */
final class SandboxEvents {
    private static final String API_VERSION = "2026-07-29.dahlia";
    private static final String CAPABILITY = "v2.core.account[configuration.recipient].capability_status_updated";

    private final SignedEvents signer;
    private final FeeTable fees;

    SandboxEvents(SignedEvents signer, FeeTable fees) {
        this.signer = signer;
        this.fees = fees;
    }

    List<SignedEvent> paid(SandboxCheckout checkout) {
        long at = checkout.paidAt();
        List<SignedEvent> events = new ArrayList<>();
        events.add(platform("charge.succeeded", checkout.id(), at, charge(checkout)));
        events.add(platform("payment_intent.succeeded", checkout.id(), at, intent(checkout)));
        events.add(platform("checkout.session.completed", checkout.id(), at, session(checkout, "complete", "paid")));
        if (checkout.disputed()) {
            events.add(platform("charge.dispute.created", checkout.id(), at, dispute(checkout)));
        }
        return events;
    }

    SignedEvent declined(SandboxCheckout checkout, String code, Instant now) {
        ObjectNode intent = money(checkout, "payment_intent", checkout.paymentId())
                .put("amount_received", 0)
                .put("status", "requires_payment_method")
                .putNull("latest_charge");
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "card_declined")
                .put("decline_code", code);
        String about = checkout.id() + "_" + checkout.attempts();
        return platform("payment_intent.payment_failed", about, now.getEpochSecond(), intent);
    }

    SignedEvent expired(SandboxCheckout checkout) {
        ObjectNode session = session(checkout, "expired", "unpaid").putNull("payment_intent");
        return platform("checkout.session.expired", checkout.id(), checkout.expiresAt(), session);
    }

    SignedEvent transferred(SandboxTransfer transfer) {
        ObjectNode object = object("transfer", transfer.id())
                .put("amount", transfer.amountMinor())
                .put("amount_reversed", 0)
                .put("currency", transfer.currencyCode().toLowerCase(Locale.ROOT))
                .put("destination", transfer.accountId())
                .put("created", transfer.createdAt())
                .put("reversed", false)
                .put("transfer_group", "payout_" + transfer.payoutId());
        object.putObject("metadata").put("payout_id", transfer.payoutId()).put("group", transfer.transferGroup());
        return platform("transfer.created", transfer.id(), transfer.createdAt(), object);
    }

    /** The thin event of Accounts v2 and the older one: two events that tell one fact. */
    List<SignedEvent> onboarded(SandboxPayee payee) {
        ObjectNode thin = object("v2.core.event", eventId(CAPABILITY, payee.accountId()))
                .put("type", CAPABILITY)
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
                .put("charges_enabled", false)
                .put("payouts_enabled", true);
        account.putObject("capabilities").put("transfers", "active");
        ObjectNode updated = event("account.updated", payee.accountId(), payee.readyAt(), account)
                .put("account", payee.accountId());
        return List.of(signed(thin, true), signed(updated, true));
    }

    private ObjectNode session(SandboxCheckout checkout, String status, String paymentStatus) {
        ObjectNode session = object("checkout.session", checkout.id())
                .put("mode", "payment")
                .put("status", status)
                .put("payment_status", paymentStatus)
                .put("amount_subtotal", checkout.amountMinor())
                .put("amount_total", checkout.amountMinor())
                .put("currency", currency(checkout))
                .put("client_reference_id", checkout.contributionId())
                .put("created", checkout.createdAt())
                .put("expires_at", checkout.expiresAt())
                .put("success_url", checkout.successUrl())
                .put("cancel_url", checkout.cancelUrl());
        session.putObject("metadata").put("contribution_id", checkout.contributionId());
        session.set("payment_intent", intent(checkout));
        return session;
    }

    private ObjectNode intent(SandboxCheckout checkout) {
        ObjectNode intent = money(checkout, "payment_intent", checkout.paymentId())
                .put("amount_received", checkout.amountMinor())
                .put("status", "succeeded");
        intent.set("latest_charge", charge(checkout));
        return intent;
    }

    private ObjectNode charge(SandboxCheckout checkout) {
        ObjectNode charge = money(checkout, "charge", "ch_sandbox_" + checkout.contributionId())
                .put("amount_captured", checkout.amountMinor())
                .put("amount_refunded", 0)
                .put("captured", true)
                .put("paid", true)
                .put("refunded", false)
                .put("disputed", checkout.disputed())
                .put("payment_intent", checkout.paymentId())
                .put("status", "succeeded");
        long fee = fees.estimate(checkout.amountMinor(), checkout.currency());
        charge.set(
                "balance_transaction",
                object("balance_transaction", SandboxCheckouts.transactionOf(checkout))
                        .put("amount", checkout.amountMinor())
                        .put("fee", fee)
                        .put("net", checkout.amountMinor() - fee)
                        .put("currency", currency(checkout))
                        .put("created", checkout.paidAt())
                        .put("available_on", checkout.paidAt())
                        .put("reporting_category", "charge")
                        .put("type", "charge")
                        .put("status", "available")
                        .put("source", "ch_sandbox_" + checkout.contributionId()));
        return charge;
    }

    private static ObjectNode dispute(SandboxCheckout checkout) {
        ObjectNode dispute = object("dispute", "du_sandbox_" + checkout.contributionId())
                .put("amount", checkout.amountMinor())
                .put("currency", currency(checkout))
                .put("charge", "ch_sandbox_" + checkout.contributionId())
                .put("payment_intent", checkout.paymentId())
                .put("created", checkout.paidAt())
                .put("is_charge_refundable", false)
                .put("reason", "fraudulent")
                .put("status", "needs_response");
        dispute.putArray("balance_transactions");
        dispute.putObject("metadata");
        return dispute;
    }

    private static ObjectNode money(SandboxCheckout checkout, String kind, String id) {
        ObjectNode node = object(kind, id)
                .put("amount", checkout.amountMinor())
                .put("currency", currency(checkout))
                .put("created", checkout.createdAt())
                .put("description", checkout.title())
                .put("transfer_group", checkout.transferGroup());
        node.putObject("metadata").put("contribution_id", checkout.contributionId());
        return node;
    }

    private static ObjectNode object(String kind, String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", kind)
                .put("livemode", false);
    }

    private static String currency(SandboxCheckout checkout) {
        return checkout.currencyCode().toLowerCase(Locale.ROOT);
    }

    private SignedEvent platform(String type, String about, long createdAt, ObjectNode object) {
        return signed(event(type, about, createdAt, object), false);
    }

    private static ObjectNode event(String type, String about, long createdAt, ObjectNode object) {
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

    private SignedEvent signed(ObjectNode event, boolean connect) {
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        return new SignedEvent(body, signer.sign(body, connect), connect);
    }
}
