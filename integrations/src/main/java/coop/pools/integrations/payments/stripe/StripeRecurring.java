package coop.pools.integrations.payments.stripe;

import static coop.pools.integrations.payments.stripe.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.net.RequestOptions;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.InvoiceVoidInvoiceParams;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionRetrieveParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.Item.PriceData;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import com.stripe.param.billingportal.SessionCreateParams;
import com.stripe.param.common.EmptyParam;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringFacts.Charge;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Subscriptions after they have begun on a payment page: reading, changing, pausing and ending them.
 *
 * <p>Source: docs.stripe.com/billing/subscriptions.
 */
final class StripeRecurring {
    private static final long MOST = 100;

    private final StripeCalls calls;

    StripeRecurring(StripeCalls calls) {
        this.calls = calls;
    }

    Optional<RecurringFacts> read(String subscriptionId, Optional<String> account) {
        return find(subscriptionId, account).flatMap(node -> facts(node, account));
    }

    RecurringFacts changeAmount(
            String subscriptionId, long amountMinor, Currency currency, String key, Optional<String> account) {
        long amount = StripeAmounts.charge(amountMinor, currency);
        JsonNode item = RecurringShapes.item(present(subscriptionId, account));
        SubscriptionUpdateParams.Item changed = calls.make(client -> SubscriptionUpdateParams.Item.builder()
                .setId(new Part(item).needed("id"))
                .setPriceData(PriceData.builder()
                        .setCurrency(StripeAmounts.code(currency))
                        .setProduct(new Part(item.path("price")).needed("product"))
                        .setUnitAmount(amount)
                        .setRecurring(PriceData.Recurring.builder()
                                .setInterval(
                                        text(item, "price", "recurring", "interval")
                                                        .filter("year"::equals)
                                                        .isPresent()
                                                ? PriceData.Recurring.Interval.YEAR
                                                : PriceData.Recurring.Interval.MONTH)
                                .setIntervalCount(1L)
                                .build())
                        .build())
                .build());
        return update(
                subscriptionId,
                SubscriptionUpdateParams.builder()
                        .addItem(changed)
                        .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                        .build(),
                key,
                account);
    }

    /** Only bills made from now on are dropped by the pause itself; one that was declined before would be tried again. */
    RecurringFacts pause(String subscriptionId, String key, Optional<String> account) {
        PauseCollection drop = PauseCollection.builder()
                .setBehavior(PauseCollection.Behavior.VOID)
                .build();
        RecurringFacts facts = update(
                subscriptionId,
                SubscriptionUpdateParams.builder().setPauseCollection(drop).build(),
                key,
                account);
        return withoutOpenBills(facts, subscriptionId, account);
    }

    RecurringFacts resume(String subscriptionId, String key, Optional<String> account) {
        return update(
                subscriptionId,
                SubscriptionUpdateParams.builder()
                        .setPauseCollection(EmptyParam.EMPTY)
                        .build(),
                key,
                account);
    }

    RecurringFacts cancelAtPeriodEnd(String subscriptionId, String key, Optional<String> account) {
        return update(
                subscriptionId,
                SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true).build(),
                key,
                account);
    }

    /**
     * Stripe does not know a subscription that has ended when it is asked to end it: then it is read. Bills that are
     * open then would stay payable on their pages; they are voided.
     */
    RecurringFacts cancel(String subscriptionId, String key, Optional<String> account) {
        SubscriptionCancelParams params = SubscriptionCancelParams.builder().build();
        RequestOptions options = StripeCalls.withKey(key, account);
        JsonNode ended = calls.findAnswer(client -> client.v1().subscriptions().cancel(subscriptionId, params, options))
                .orElseGet(() -> present(subscriptionId, account));
        return withoutOpenBills(ours(ended, account), subscriptionId, account);
    }

    private RecurringFacts withoutOpenBills(RecurringFacts facts, String subscriptionId, Optional<String> account) {
        List<String> payable = facts.charges().stream()
                .filter(charge -> charge.payUrl().isPresent())
                .map(Charge::invoiceId)
                .toList();
        if (payable.isEmpty()) {
            return facts;
        }
        payable.forEach(invoice -> close(invoice, account));
        return ours(present(subscriptionId, account), account);
    }

    private void close(String invoice, Optional<String> account) {
        InvoiceVoidInvoiceParams params = InvoiceVoidInvoiceParams.builder().build();
        calls.unlessRefused(client -> client.v1().invoices().voidInvoice(invoice, params, StripeCalls.on(account)));
    }

    String cardPage(String customerId, String returnUrl, Optional<String> account) {
        SessionCreateParams params = SessionCreateParams.builder()
                .setCustomer(customerId)
                .setReturnUrl(returnUrl)
                .setFlowData(SessionCreateParams.FlowData.builder()
                        .setType(SessionCreateParams.FlowData.Type.PAYMENT_METHOD_UPDATE)
                        .build())
                .build();
        // No key of ours: each visit needs a page of its own.
        return calls.make(client -> StripeAmounts.given(
                client.v1()
                        .billingPortal()
                        .sessions()
                        .create(params, StripeCalls.on(account))
                        .getUrl(),
                "url"));
    }

    private RecurringFacts update(
            String subscriptionId, SubscriptionUpdateParams params, String key, Optional<String> account) {
        RequestOptions options = StripeCalls.withKey(key, account);
        return ours(
                calls.answer(client -> client.v1().subscriptions().update(subscriptionId, params, options)), account);
    }

    private Optional<JsonNode> find(String subscriptionId, Optional<String> account) {
        SubscriptionRetrieveParams params = SubscriptionRetrieveParams.builder().build();
        return calls.findAnswer(
                client -> client.v1().subscriptions().retrieve(subscriptionId, params, StripeCalls.on(account)));
    }

    private JsonNode present(String subscriptionId, Optional<String> account) {
        return find(subscriptionId, account).orElseThrow(StripeRecurring::unknown);
    }

    private RecurringFacts ours(JsonNode node, Optional<String> account) {
        return facts(node, account).orElseThrow(StripeRecurring::unknown);
    }

    private Optional<RecurringFacts> facts(JsonNode node, Optional<String> account) {
        if (Part.metadata(node, RecurringShapes.RECURRING).isEmpty()) {
            return Optional.empty();
        }
        List<Charge> charges = charges(calls.make(client -> new Part(node).needed("id")), account);
        return calls.make(client -> RecurringShapes.subscription(node, charges, account));
    }

    private List<Charge> charges(String subscriptionId, Optional<String> account) {
        InvoiceListParams params = InvoiceListParams.builder()
                .setSubscription(subscriptionId)
                .setLimit(MOST)
                .addExpand("data.payments")
                .build();
        JsonNode list = calls.answer(client -> client.v1().invoices().list(params, StripeCalls.on(account)));
        List<Charge> charges = new ArrayList<>();
        for (JsonNode invoice : list.path("data")) {
            Optional<String> payment = payment(invoice, account);
            charges.add(calls.make(client -> RecurringShapes.charge(invoice, payment)));
        }
        return charges;
    }

    /** What paid an invoice: it stands in the invoice, or has to be asked for where there was no room for it. */
    private Optional<String> payment(JsonNode invoice, Optional<String> account) {
        if (text(invoice, "status").filter("paid"::equals).isEmpty()) {
            return Optional.empty();
        }
        JsonNode within = Json.at(invoice, "payments", "data");
        return within.isArray() ? RecurringShapes.paidBy(within) : askedPayment(invoice, account);
    }

    private Optional<String> askedPayment(JsonNode invoice, Optional<String> account) {
        InvoicePaymentListParams params = InvoicePaymentListParams.builder()
                .setInvoice(calls.make(client -> new Part(invoice).needed("id")))
                .setStatus(InvoicePaymentListParams.Status.PAID)
                .setLimit(MOST)
                .build();
        return RecurringShapes.paidBy(
                calls.answer(client -> client.v1().invoicePayments().list(params, StripeCalls.on(account)))
                        .path("data"));
    }

    private static PaymentFailure unknown() {
        return new PaymentFailure(Outcome.REJECTED, "resource_missing", "no such subscription of ours", null);
    }
}
