package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxObjects.amount;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.code;
import static coop.pools.integrations.payments.sandbox.SandboxObjects.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringFacts.Charge;
import coop.pools.integrations.payments.RecurringFacts.ChargeState;
import coop.pools.integrations.payments.RecurringFacts.State;
import coop.pools.integrations.payments.RecurringRequest.Every;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Subscriptions and bills of the sandbox, as they are read and as Stripe writes them in events. */
final class SandboxBilling {
    private SandboxBilling() {}

    static RecurringFacts facts(SandboxSubscription subscription, String publicUrl) {
        Optional<Instant> periodEnd = Optional.of(Instant.ofEpochSecond(subscription.periodEnd()));
        boolean more = subscription.state() == State.ACTIVE || subscription.state() == State.PAST_DUE;
        Optional<Instant> endsAt = subscription.ended()
                ? Optional.of(Instant.ofEpochSecond(subscription.endedAt()))
                : periodEnd.filter(end -> subscription.ending());
        List<Charge> charges = new ArrayList<>(subscription.bills().stream()
                .map(bill -> charge(subscription, bill, publicUrl))
                .toList());
        Collections.reverse(charges);
        return new RecurringFacts(
                subscription.id(),
                subscription.recurringId(),
                subscription.customerId(),
                subscription.state(),
                subscription.amountMinor(),
                subscription.currency(),
                subscription.every(),
                periodEnd.filter(next -> more && !subscription.ending()),
                endsAt,
                charges.subList(0, Math.min(100, charges.size())),
                SandboxPayments.given(subscription.account()));
    }

    private static Charge charge(SandboxSubscription subscription, SandboxBill bill, String publicUrl) {
        return new Charge(
                subscription.billId(bill),
                bill.state(),
                bill.amountMinor(),
                subscription.currency(),
                Optional.of(SandboxPayment.idOf(subscription.paymentName(bill)))
                        .filter(id -> bill.state() == ChargeState.PAID),
                Optional.of(cardPage(publicUrl, subscription.customerId())).filter(url -> bill.open()),
                Optional.of(Instant.ofEpochSecond(bill.retryAt())).filter(at -> bill.open() && bill.retryAt() > 0),
                bill.attempts(),
                Instant.ofEpochSecond(bill.createdAt()));
    }

    static String cardPage(String publicUrl, String customerId) {
        return publicUrl + "/sandbox/card/" + customerId;
    }

    static ObjectNode told(String type, String about, long at, SandboxSubscription subscription) {
        return SandboxEvents.event("customer.subscription." + type, about, at, subscription(subscription));
    }

    static ObjectNode told(String type, String about, long at, SandboxSubscription subscription, SandboxBill bill) {
        return SandboxEvents.event("invoice." + type, about, at, invoice(subscription, bill));
    }

    private static ObjectNode subscription(SandboxSubscription subscription) {
        String currency = code(subscription.currencyCode());
        ObjectNode node = object("subscription", subscription.id())
                .put("customer", subscription.customerId())
                .put("status", status(subscription.state()))
                .put("currency", currency)
                .put("created", subscription.startedAt())
                .put("cancel_at_period_end", subscription.ending());
        if (subscription.ended()) {
            node.put("ended_at", subscription.endedAt());
        }
        if (subscription.state() == State.PAUSED) {
            node.putObject("pause_collection").put("behavior", "void");
        }
        node.putObject("metadata").put("recurring_id", subscription.recurringId());
        ObjectNode item =
                node.putObject("items").put("object", "list").putArray("data").addObject();
        item.put("id", "si_sandbox_" + subscription.recurringId())
                .put("object", "subscription_item")
                .put("current_period_end", subscription.periodEnd());
        ObjectNode price = item.putObject("price")
                .put("object", "price")
                .put("currency", currency)
                .put("unit_amount", amount(subscription.amountMinor(), subscription.currencyCode()));
        price.putObject("recurring")
                .put("interval", subscription.every() == Every.MONTH ? "month" : "year")
                .put("interval_count", 1);
        return node;
    }

    private static ObjectNode invoice(SandboxSubscription subscription, SandboxBill bill) {
        long due = amount(bill.amountMinor(), subscription.currencyCode());
        ObjectNode node = object("invoice", subscription.billId(bill))
                .put("customer", subscription.customerId())
                .put("status", status(bill.state()))
                .put("amount_due", due)
                .put("amount_paid", bill.state() == ChargeState.PAID ? due : 0)
                .put("currency", code(subscription.currencyCode()))
                .put("attempt_count", bill.attempts())
                .put("created", bill.createdAt());
        if (bill.retryAt() > 0) {
            node.put("next_payment_attempt", bill.retryAt());
        }
        ObjectNode details = node.putObject("parent")
                .put("type", "subscription_details")
                .putObject("subscription_details")
                .put("subscription", subscription.id());
        details.putObject("metadata").put("recurring_id", subscription.recurringId());
        return node;
    }

    private static String status(State state) {
        return switch (state) {
            case ENDED -> "canceled";
            case PAUSED -> "active";
            default -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String status(ChargeState state) {
        return switch (state) {
            case OPEN -> "open";
            case PAID -> "paid";
            case DROPPED -> "void";
        };
    }
}
