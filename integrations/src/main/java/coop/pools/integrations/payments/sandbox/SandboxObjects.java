package coop.pools.integrations.payments.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.stripe.StripeAmounts;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;

/**
 * The sandbox's objects about payments as Stripe writes them. Unlike Stripe's, a charge carries its balance transaction
 * whole: the sandbox settles at once.
 */
final class SandboxObjects {
    private SandboxObjects() {}

    static ObjectNode session(SandboxCheckout checkout, String status, String paymentStatus) {
        ObjectNode session = object("checkout.session", checkout.id())
                .put("mode", checkout.recurring() ? "subscription" : "payment")
                .put("status", status)
                .put("payment_status", paymentStatus)
                .put("amount_subtotal", amount(checkout.amountMinor(), checkout.currencyCode()))
                .put("amount_total", amount(checkout.amountMinor(), checkout.currencyCode()))
                .put("currency", code(checkout.currencyCode()))
                .put("client_reference_id", checkout.contributionId())
                .put("created", checkout.createdAt())
                .put("expires_at", checkout.expiresAt())
                .put("success_url", checkout.successUrl())
                .put("cancel_url", checkout.cancelUrl())
                .putNull("payment_intent");
        session.putObject("metadata")
                .put(checkout.recurring() ? "recurring_id" : "contribution_id", checkout.contributionId());
        return session;
    }

    /** The intent of a page that is not paid. */
    static ObjectNode unpaidIntent(SandboxCheckout checkout, String status) {
        ObjectNode intent = object("payment_intent", checkout.paymentId())
                .put("amount", amount(checkout.amountMinor(), checkout.currencyCode()))
                .put("amount_received", 0)
                .put("currency", code(checkout.currencyCode()))
                .put("created", checkout.createdAt())
                .put("description", checkout.title())
                .put("transfer_group", checkout.transferGroup())
                .put("status", status)
                .putNull("latest_charge");
        ObjectNode metadata = intent.putObject("metadata");
        if (!checkout.recurring()) {
            metadata.put("contribution_id", checkout.contributionId());
        }
        return intent;
    }

    static ObjectNode intent(SandboxPayment payment) {
        ObjectNode intent = money(payment, "payment_intent", payment.id())
                .put("amount_received", amount(payment.amountMinor(), payment.currencyCode()))
                .put("status", "succeeded");
        intent.set("latest_charge", charge(payment));
        return intent;
    }

    static ObjectNode charge(SandboxPayment payment) {
        ObjectNode charge = money(payment, "charge", payment.chargeId())
                .put("amount_captured", amount(payment.amountMinor(), payment.currencyCode()))
                .put("amount_refunded", amount(payment.refundedMinor(), payment.currencyCode()))
                .put("captured", true)
                .put("paid", true)
                .put("refunded", payment.refundedMinor() == payment.amountMinor())
                .put("disputed", !payment.disputes().isEmpty())
                .put("payment_intent", payment.id())
                .put("status", "succeeded");
        charge.set("balance_transaction", transaction(payment.movement()));
        return charge;
    }

    static ObjectNode refund(SandboxPayment payment, SandboxRefund refund) {
        ObjectNode node = object("refund", refund.id())
                .put("amount", amount(refund.amountMinor(), payment.currencyCode()))
                .put("currency", code(payment.currencyCode()))
                .put("created", refund.createdAt())
                .put("charge", payment.chargeId())
                .put("payment_intent", payment.id())
                .put("balance_transaction", refund.transactionId())
                .put("status", refund.state().name().toLowerCase(Locale.ROOT))
                .putNull("reason");
        if (refund.state() == RefundFact.State.FAILED) {
            node.put("failure_reason", "lost_or_stolen_card")
                    .put("failure_balance_transaction", refund.failureTransactionId());
        }
        ObjectNode metadata = node.putObject("metadata");
        if (!refund.ours().isEmpty()) {
            metadata.put("refund_id", refund.ours());
        }
        return node;
    }

    static ObjectNode dispute(SandboxPayment payment, SandboxDispute dispute) {
        ObjectNode node = object("dispute", dispute.id())
                .put("amount", amount(dispute.amountMinor(), payment.currencyCode()))
                .put("currency", code(payment.currencyCode()))
                .put("charge", payment.chargeId())
                .put("payment_intent", payment.id())
                .put("created", dispute.createdAt())
                .put("is_charge_refundable", false)
                .put("reason", "fraudulent")
                .put(
                        "status",
                        dispute.open()
                                ? "needs_response"
                                : dispute.state().name().toLowerCase(Locale.ROOT));
        node.putObject("evidence_details")
                .put("due_by", dispute.createdAt() + EVIDENCE.toSeconds())
                .put("has_evidence", false);
        var transactions = node.putArray("balance_transactions");
        transactions.add(transaction(taken(payment, dispute)));
        if (dispute.state() == DisputeFact.State.WON) {
            transactions.add(transaction(givenBack(payment, dispute)));
        }
        node.putObject("metadata");
        return node;
    }

    /** How long evidence can be handed in. */
    static final Duration EVIDENCE = Duration.ofDays(9);

    static SandboxMovement taken(SandboxPayment payment, SandboxDispute dispute) {
        return new SandboxMovement(
                dispute.takenTransactionId(),
                "dispute",
                dispute.id(),
                payment.id(),
                -dispute.amountMinor(),
                dispute.feeMinor(),
                payment.currencyCode(),
                dispute.createdAt(),
                dispute.createdAt());
    }

    /** The money, not the fee. */
    static SandboxMovement givenBack(SandboxPayment payment, SandboxDispute dispute) {
        return new SandboxMovement(
                dispute.givenBackTransactionId(),
                "dispute_reversal",
                dispute.id(),
                payment.id(),
                dispute.amountMinor(),
                0,
                payment.currencyCode(),
                dispute.decidedAt(),
                dispute.decidedAt());
    }

    static ObjectNode transaction(SandboxMovement movement) {
        return object("balance_transaction", movement.id())
                .put("amount", amount(movement.amountMinor(), movement.currencyCode()))
                .put("fee", amount(movement.feeMinor(), movement.currencyCode()))
                .put("net", amount(movement.amountMinor() - movement.feeMinor(), movement.currencyCode()))
                .put("currency", code(movement.currencyCode()))
                .put("created", movement.createdAt())
                .put("available_on", movement.availableOn())
                .put("reporting_category", movement.category())
                .put("type", movement.category().startsWith("dispute") ? "adjustment" : movement.category())
                .put("source", movement.sourceId());
    }

    private static ObjectNode money(SandboxPayment payment, String kind, String id) {
        ObjectNode node = object(kind, id)
                .put("amount", amount(payment.amountMinor(), payment.currencyCode()))
                .put("currency", code(payment.currencyCode()))
                .put("created", payment.paidAt())
                .put("description", payment.title())
                .put("transfer_group", payment.transferGroup());
        ObjectNode metadata = node.putObject("metadata");
        if (!payment.contributionId().isEmpty()) {
            metadata.put("contribution_id", payment.contributionId());
        }
        return node;
    }

    static ObjectNode object(String kind, String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", kind)
                .put("livemode", false);
    }

    /** An amount of ours as Stripe writes it. */
    static long amount(long minor, String currencyCode) {
        return StripeAmounts.written(minor, Currency.getInstance(currencyCode));
    }

    static String code(String currencyCode) {
        return currencyCode.toLowerCase(Locale.ROOT);
    }
}
