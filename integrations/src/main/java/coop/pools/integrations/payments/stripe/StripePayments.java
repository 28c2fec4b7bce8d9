package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.id;
import static coop.pools.integrations.payments.stripe.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Payments read anew with all that befell them, and refunds. */
final class StripePayments {
    private static final long MOST = 100;

    private final StripeCalls calls;

    StripePayments(StripeCalls calls) {
        this.calls = calls;
    }

    Optional<PaymentFacts> read(String paymentId, Optional<String> account) {
        PaymentIntentRetrieveParams expanded = PaymentIntentRetrieveParams.builder()
                .addExpand("latest_charge.balance_transaction")
                .build();
        return calls.findAnswer(
                        client -> client.v1().paymentIntents().retrieve(paymentId, expanded, StripeCalls.on(account)))
                .map(intent -> facts(intent, account));
    }

    RefundFact refund(RefundRequest request) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(request.paymentId())
                .setAmount(StripeAmounts.charge(request.amountMinor(), request.currency()))
                .putMetadata(PaymentShapes.REFUND, request.refundId())
                .build();
        RequestOptions options = StripeCalls.withKey(request.idempotencyKey(), request.account());
        JsonNode made = calls.answer(client -> client.v1().refunds().create(params, options));
        return calls.make(client ->
                PaymentShapes.refund(made, request.account()).orElseThrow(() -> new Part.Missing("payment_intent")));
    }

    /** Of several, one that has not failed. */
    Optional<RefundFact> findRefund(String refundId, String paymentId, Optional<String> account) {
        List<RefundFact> found = refunds(paymentId, account).stream()
                .filter(refund -> refund.ours().filter(refundId::equals).isPresent())
                .toList();
        return found.stream()
                .filter(refund -> refund.state() != RefundFact.State.FAILED)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private PaymentFacts facts(JsonNode intent, Optional<String> account) {
        boolean paid = text(intent, "status").filter("succeeded"::equals).isPresent();
        String paymentId = calls.make(client -> new Part(intent).needed("id"));
        List<RefundFact> refunds = paid ? refunds(paymentId, account) : List.of();
        List<DisputeFact> disputes = paid ? disputes(paymentId, account) : List.of();
        return calls.make(client -> new PaymentFacts(
                paymentId,
                id(intent, "latest_charge").filter(charge -> paid),
                paid,
                new Part(intent).minor(paid ? "amount_received" : "amount"),
                new Part(intent).currency(),
                PaymentShapes.settlement(intent.path("latest_charge").path("balance_transaction"))
                        .filter(settlement -> paid),
                refunds,
                disputes,
                account));
    }

    private List<RefundFact> refunds(String paymentId, Optional<String> account) {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(paymentId)
                .setLimit(MOST)
                .build();
        JsonNode list = calls.answer(client -> client.v1().refunds().list(params, StripeCalls.on(account)));
        return each(list, node -> PaymentShapes.refund(node, account));
    }

    private List<DisputeFact> disputes(String paymentId, Optional<String> account) {
        DisputeListParams params = DisputeListParams.builder()
                .setPaymentIntent(paymentId)
                .setLimit(MOST)
                .build();
        JsonNode list = calls.answer(client -> client.v1().disputes().list(params, StripeCalls.on(account)));
        return each(list, node -> PaymentShapes.dispute(node, account));
    }

    private <T> List<T> each(JsonNode list, Function<JsonNode, Optional<T>> read) {
        return calls.make(client -> {
            if (!list.path("data").isArray()) {
                throw new Part.Missing("data");
            }
            List<T> items = new ArrayList<>();
            list.path("data").forEach(node -> read.apply(node).ifPresent(items::add));
            return items;
        });
    }
}
