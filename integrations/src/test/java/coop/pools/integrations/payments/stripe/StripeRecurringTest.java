package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static coop.pools.integrations.payments.stripe.StripeFixture.EUR;
import static coop.pools.integrations.payments.stripe.StripeFixture.error;
import static coop.pools.integrations.payments.stripe.StripeFixture.form;
import static coop.pools.integrations.payments.stripe.StripeFixture.json;
import static coop.pools.integrations.payments.stripe.StripeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringFacts.Charge;
import coop.pools.integrations.payments.RecurringFacts.ChargeState;
import coop.pools.integrations.payments.RecurringFacts.State;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.integrations.payments.RecurringRequest.Every;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeRecurringTest {
    private static final String SUBSCRIPTION = "/v1/subscriptions/sub_1";
    private static final Optional<String> PLATFORM = Optional.empty();
    private static final String ACTIVE = "{'id':'sub_1','object':'subscription','customer':'cus_1','status':'active',"
            + "'cancel_at':null,'cancel_at_period_end':false,'ended_at':null,'pause_collection':null,"
            + "'metadata':{'recurring_id':'w-1'},'items':{'object':'list','data':[{'id':'si_1',"
            + "'object':'subscription_item','current_period_end':1797946035,'price':{'id':'price_1',"
            + "'object':'price','currency':'eur','unit_amount':500,'product':'prod_1',"
            + "'recurring':{'interval':'month','interval_count':1}}}]}}";
    private static final String NONE = "{'object':'list','has_more':false,'url':'/v1/invoices','data':[]}";

    @RegisterExtension
    static final WireMockExtension STRIPE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private StripePaymentProcessor processor;

    @BeforeEach
    void connect() {
        processor = StripeFixture.processor(STRIPE.baseUrl(), 0, Duration.ofSeconds(2));
        STRIPE.stubFor(get(urlPathEqualTo("/v1/invoices")).willReturn(json(200, NONE)));
        STRIPE.stubFor(get(urlPathEqualTo(SUBSCRIPTION)).willReturn(json(200, ACTIVE)));
        STRIPE.stubFor(post(urlPathEqualTo(SUBSCRIPTION)).willReturn(json(200, ACTIVE)));
    }

    @Test
    void recurringPageIsAskedForWithExactlyTheseParameters() {
        STRIPE.stubFor(post("/v1/checkout/sessions")
                .willReturn(json(
                        200,
                        "{'id':'cs_1','object':'checkout.session','url':'https://checkout.test/cs_1',"
                                + "'expires_at':1795435200}")));

        processor.createRecurring(new RecurringRequest(
                "w-1",
                500,
                EUR,
                Every.YEAR,
                "Pool & Co",
                Optional.of("ana@example.org"),
                "https://pools.test/ok",
                "https://pools.test/back",
                Optional.of("acct_7")));

        LoggedRequest sent = STRIPE.findAll(postRequestedFor(urlPathEqualTo("/v1/checkout/sessions")))
                .get(0);
        assertThat(form(sent.getBodyAsString()))
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("mode", "subscription"),
                        Map.entry("line_items[0][price_data][currency]", "eur"),
                        Map.entry("line_items[0][price_data][unit_amount]", "500"),
                        Map.entry("line_items[0][price_data][product_data][name]", "Pool & Co"),
                        Map.entry("line_items[0][price_data][recurring][interval]", "year"),
                        Map.entry("line_items[0][price_data][recurring][interval_count]", "1"),
                        Map.entry("line_items[0][quantity]", "1"),
                        Map.entry("client_reference_id", "w-1"),
                        Map.entry("metadata[recurring_id]", "w-1"),
                        Map.entry("subscription_data[metadata][recurring_id]", "w-1"),
                        Map.entry("subscription_data[description]", "Pool & Co"),
                        Map.entry("adaptive_pricing[enabled]", "false"),
                        Map.entry("customer_email", "ana@example.org"),
                        Map.entry("success_url", "https://pools.test/ok"),
                        Map.entry("cancel_url", "https://pools.test/back"))));
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("w-1");
        assertThat(sent.getHeader("Stripe-Account")).isEqualTo("acct_7");
    }

    @Test
    void subscriptionIsReadWithItsBills() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/invoices"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/invoices','data':["
                                + "{'id':'in_3','object':'invoice','status':'open','amount_due':500,"
                                + "'amount_paid':0,'currency':'eur','attempt_count':2,"
                                + "'hosted_invoice_url':'https://pay.test/in_3',"
                                + "'next_payment_attempt':1795440436,'created':1795354036},"
                                + "{'id':'in_2','object':'invoice','status':'void','amount_due':500,"
                                + "'amount_paid':0,'currency':'eur','attempt_count':0,"
                                + "'created':1795354030},"
                                + "{'id':'in_1','object':'invoice','status':'paid','amount_due':500,"
                                + "'amount_paid':500,'currency':'eur','attempt_count':1,"
                                + "'hosted_invoice_url':'https://pay.test/in_1','created':1795354020,"
                                + "'payments':{'object':'list','data':[{'id':'inpay_1',"
                                + "'object':'invoice_payment','status':'paid',"
                                + "'payment':{'type':'payment_intent','payment_intent':'pi_1'}}]}}]}")));

        RecurringFacts facts = processor.readRecurring("sub_1", PLATFORM).orElseThrow();

        assertThat(facts.recurringId()).isEqualTo("w-1");
        assertThat(facts.customerId()).isEqualTo("cus_1");
        assertThat(facts.state()).isEqualTo(State.ACTIVE);
        assertThat(facts.amountMinor()).isEqualTo(500);
        assertThat(facts.every()).isEqualTo(Every.MONTH);
        assertThat(facts.nextAt()).contains(Instant.ofEpochSecond(1797946035));
        assertThat(facts.endsAt()).isEmpty();
        assertThat(facts.charges())
                .containsExactly(
                        new Charge(
                                "in_3",
                                ChargeState.OPEN,
                                500,
                                EUR,
                                Optional.empty(),
                                Optional.of("https://pay.test/in_3"),
                                Optional.of(Instant.ofEpochSecond(1795440436)),
                                2,
                                Instant.ofEpochSecond(1795354036)),
                        new Charge(
                                "in_2",
                                ChargeState.DROPPED,
                                500,
                                EUR,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                Instant.ofEpochSecond(1795354030)),
                        new Charge(
                                "in_1",
                                ChargeState.PAID,
                                500,
                                EUR,
                                Optional.of("pi_1"),
                                Optional.empty(),
                                Optional.empty(),
                                1,
                                Instant.ofEpochSecond(1795354020)));
        assertThat(query(STRIPE.findAll(getRequestedFor(urlPathEqualTo("/v1/invoices")))
                        .get(0)))
                .isEqualTo(Map.of("subscription", "sub_1", "limit", "100", "expand[0]", "data.payments"));
    }

    @Test
    void paymentOfABillIsAskedForWhereTheBillDoesNotSay() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/invoices"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/invoices','data':[{'id':'in_1',"
                                + "'object':'invoice','status':'paid','amount_paid':500,"
                                + "'currency':'eur','created':1795354020}]}")));
        STRIPE.stubFor(get(urlPathEqualTo("/v1/invoice_payments"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/invoice_payments','data':["
                                + "{'id':'inpay_1','object':'invoice_payment','status':'paid',"
                                + "'payment':{'type':'payment_intent','payment_intent':'pi_1'}}]}")));

        RecurringFacts facts = processor.readRecurring("sub_1", PLATFORM).orElseThrow();

        assertThat(facts.charges().get(0).paymentId()).contains("pi_1");
        assertThat(query(STRIPE.findAll(getRequestedFor(urlPathEqualTo("/v1/invoice_payments")))
                        .get(0)))
                .isEqualTo(Map.of("invoice", "in_1", "status", "paid", "limit", "100"));
    }

    @ParameterizedTest
    @CsvSource({
        "incomplete, INCOMPLETE",
        "incomplete_expired, ENDED",
        "active, ACTIVE",
        "trialing, ACTIVE",
        "past_due, PAST_DUE",
        "unpaid, PAST_DUE",
        "canceled, ENDED",
        "paused, PAUSED"
    })
    void everyStateIsOneOfFive(String status, State state) {
        stubSubscription(ACTIVE.replace("'active'", "'" + status + "'"));
        assertThat(processor.readRecurring("sub_1", PLATFORM).orElseThrow().state())
                .isEqualTo(state);
    }

    @Test
    void pausedAndEndingSubscriptionsHaveNoNextPayment() {
        stubSubscription(ACTIVE.replace("'pause_collection':null", "'pause_collection':{'behavior':'void'}"));
        RecurringFacts paused = processor.readRecurring("sub_1", PLATFORM).orElseThrow();
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.nextAt()).isEmpty();

        stubSubscription(ACTIVE.replace("'cancel_at_period_end':false", "'cancel_at_period_end':true"));
        RecurringFacts ending = processor.readRecurring("sub_1", PLATFORM).orElseThrow();
        assertThat(ending.state()).isEqualTo(State.ACTIVE);
        assertThat(ending.nextAt()).isEmpty();
        assertThat(ending.endsAt()).contains(Instant.ofEpochSecond(1797946035));
    }

    @Test
    void subscriptionOfSomebodyElseIsNone() {
        stubSubscription(ACTIVE.replace("recurring_id", "plan"));
        assertThat(processor.readRecurring("sub_1", PLATFORM)).isEmpty();
        STRIPE.stubFor(
                get(urlPathEqualTo(SUBSCRIPTION)).willReturn(error(404, "invalid_request_error", "resource_missing")));
        assertThat(processor.readRecurring("sub_1", PLATFORM)).isEmpty();
    }

    @Test
    void amountIsChangedFromTheNextPeriodOn() {
        processor.changeRecurringAmount("sub_1", 900, EUR, "k-1", PLATFORM);
        assertThat(updated())
                .isEqualTo(new TreeMap<>(Map.of(
                        "items[0][id]", "si_1",
                        "items[0][price_data][currency]", "eur",
                        "items[0][price_data][product]", "prod_1",
                        "items[0][price_data][unit_amount]", "900",
                        "items[0][price_data][recurring][interval]", "month",
                        "items[0][price_data][recurring][interval_count]", "1",
                        "proration_behavior", "none")));
    }

    @Test
    void pausedBillsAreDroppedAndResumingTakesThePauseAway() {
        processor.pauseRecurring("sub_1", "k-1", PLATFORM);
        assertThat(updated()).isEqualTo(Map.of("pause_collection[behavior]", "void"));
        STRIPE.resetRequests();
        processor.resumeRecurring("sub_1", "k-2", PLATFORM);
        assertThat(updated()).isEqualTo(Map.of("pause_collection", ""));
        STRIPE.resetRequests();
        processor.cancelRecurringAtPeriodEnd("sub_1", "k-3", PLATFORM);
        assertThat(updated()).isEqualTo(Map.of("cancel_at_period_end", "true"));
    }

    @Test
    void endingTwiceIsEndingOnce() {
        String ended = ACTIVE.replace("'active'", "'canceled'").replace("'ended_at':null", "'ended_at':1795354036");
        STRIPE.stubFor(delete(urlPathEqualTo(SUBSCRIPTION)).willReturn(json(200, ended)));
        RecurringFacts facts = processor.cancelRecurring("sub_1", "k-1", PLATFORM);
        assertThat(facts.state()).isEqualTo(State.ENDED);
        assertThat(facts.endsAt()).contains(Instant.ofEpochSecond(1795354036));
        assertThat(facts.nextAt()).isEmpty();
        assertThat(STRIPE.findAll(deleteRequestedFor(urlPathEqualTo(SUBSCRIPTION)))
                        .get(0)
                        .getHeader("Idempotency-Key"))
                .isEqualTo("k-1");

        STRIPE.stubFor(delete(urlPathEqualTo(SUBSCRIPTION))
                .willReturn(error(404, "invalid_request_error", "resource_missing")));
        stubSubscription(ended);
        assertThat(processor.cancelRecurring("sub_1", "k-2", PLATFORM).state()).isEqualTo(State.ENDED);
    }

    @Test
    void billsThatCouldStillBePaidAreVoidedByEnding() {
        String ended = ACTIVE.replace("'active'", "'canceled'").replace("'ended_at':null", "'ended_at':1795354036");
        STRIPE.stubFor(delete(urlPathEqualTo(SUBSCRIPTION)).willReturn(json(200, ended)));
        stubSubscription(ended);
        String open = "{'id':'in_3','object':'invoice','status':'open','amount_due':500,'amount_paid':0,"
                + "'currency':'eur','attempt_count':2,'hosted_invoice_url':'https://pay.test/in_3',"
                + "'created':1795354036}";
        STRIPE.stubFor(get(urlPathEqualTo("/v1/invoices")).willReturn(json(200, NONE.replace("[]", "[" + open + "]"))));
        STRIPE.stubFor(post("/v1/invoices/in_3/void").willReturn(json(200, open.replace("'open'", "'void'"))));
        processor.cancelRecurring("sub_1", "k-1", Optional.of("acct_7"));
        assertThat(STRIPE.findAll(postRequestedFor(urlPathEqualTo("/v1/invoices/in_3/void"))))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getHeader("Stripe-Account")).isEqualTo("acct_7"));
    }

    /** Stripe drops only the bills made while it is paused; one that was declined before would be charged again. */
    @Test
    void billsThatCouldStillBePaidAreVoidedByPausing() {
        String open = "{'id':'in_3','object':'invoice','status':'open','amount_due':500,'amount_paid':0,"
                + "'currency':'eur','attempt_count':2,'hosted_invoice_url':'https://pay.test/in_3',"
                + "'created':1795354036}";
        STRIPE.stubFor(get(urlPathEqualTo("/v1/invoices")).willReturn(json(200, NONE.replace("[]", "[" + open + "]"))));
        STRIPE.stubFor(post("/v1/invoices/in_3/void").willReturn(json(200, open.replace("'open'", "'void'"))));
        processor.pauseRecurring("sub_1", "k-1", PLATFORM);
        assertThat(STRIPE.findAll(postRequestedFor(urlPathEqualTo("/v1/invoices/in_3/void"))))
                .hasSize(1);
    }

    @Test
    void cardIsChangedOnStripesPage() {
        STRIPE.stubFor(post("/v1/billing_portal/sessions")
                .willReturn(json(200, "{'id':'bps_1','object':'billing_portal.session','url':'https://portal.test'}")));
        assertThat(processor.cardPage("cus_1", "https://pools.test/back", PLATFORM))
                .isEqualTo("https://portal.test");
        assertThat(form(STRIPE.findAll(postRequestedFor(urlPathEqualTo("/v1/billing_portal/sessions")))
                        .get(0)
                        .getBodyAsString()))
                .isEqualTo(Map.of(
                        "customer", "cus_1",
                        "return_url", "https://pools.test/back",
                        "flow_data[type]", "payment_method_update"));
    }

    private static void stubSubscription(String body) {
        STRIPE.stubFor(get(urlPathEqualTo(SUBSCRIPTION)).willReturn(json(200, body)));
    }

    private static Map<String, String> updated() {
        return form(STRIPE.findAll(postRequestedFor(urlPathEqualTo(SUBSCRIPTION)))
                .get(0)
                .getBodyAsString());
    }
}
