package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static coop.pools.integrations.payments.stripe.StripeFixture.CHECKOUT;
import static coop.pools.integrations.payments.stripe.StripeFixture.EUR;
import static coop.pools.integrations.payments.stripe.StripeFixture.error;
import static coop.pools.integrations.payments.stripe.StripeFixture.form;
import static coop.pools.integrations.payments.stripe.StripeFixture.json;
import static coop.pools.integrations.payments.stripe.StripeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.stripe.Stripe;
import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.CheckoutStatus.State;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeCheckoutsTest {
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String OPEN = "{'id':'cs_1','object':'checkout.session','url':'https://checkout.test/cs_1',"
            + "'expires_at':1795435200,'status':'open','payment_status':'unpaid','payment_intent':null,"
            + "'amount_total':2500,'currency':'eur'}";
    private static final String INTENT = "{'id':'pi_1','object':'payment_intent','status':'succeeded','latest_charge':"
            + "{'id':'ch_1','object':'charge','balance_transaction':{'id':'txn_1','object':'balance_transaction',"
            + "'amount':2500,'fee':63,'net':2437,'currency':'eur','available_on':1795608000}}}";

    @RegisterExtension
    static final WireMockExtension STRIPE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private StripePaymentProcessor processor;

    @BeforeEach
    void connect() {
        processor = StripeFixture.processor(STRIPE.baseUrl(), 0, Duration.ofSeconds(2));
    }

    @Test
    void checkoutIsAskedForWithExactlyTheseParameters() {
        STRIPE.stubFor(post(SESSIONS).willReturn(json(200, OPEN)));

        Checkout checkout = processor.createCheckout(CHECKOUT);

        assertThat(checkout)
                .isEqualTo(new Checkout("cs_1", "https://checkout.test/cs_1", Instant.ofEpochSecond(1795435200)));
        LoggedRequest sent =
                STRIPE.findAll(postRequestedFor(urlPathEqualTo(SESSIONS))).get(0);
        assertThat(form(sent.getBodyAsString()))
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("mode", "payment"),
                        Map.entry("line_items[0][price_data][currency]", "eur"),
                        Map.entry("line_items[0][price_data][unit_amount]", "2500"),
                        Map.entry("line_items[0][price_data][product_data][name]", "Zoë's & Friends"),
                        Map.entry("line_items[0][quantity]", "1"),
                        Map.entry("client_reference_id", "c-1"),
                        Map.entry("metadata[contribution_id]", "c-1"),
                        Map.entry("payment_intent_data[metadata][contribution_id]", "c-1"),
                        Map.entry("payment_intent_data[transfer_group]", "pool_7"),
                        Map.entry("payment_intent_data[description]", "Zoë's & Friends"),
                        Map.entry("adaptive_pricing[enabled]", "false"),
                        Map.entry("customer_email", "ana@example.org"),
                        Map.entry("success_url", "https://pools.test/ok?s={CHECKOUT_SESSION_ID}"),
                        Map.entry("cancel_url", "https://pools.test/back"))));
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("c-1");
        assertThat(sent.getHeader("Stripe-Version")).isEqualTo(Stripe.API_VERSION);
        assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer sk_test_1");
        assertThat(sent.containsHeader("X-Stripe-Client-Telemetry")).isFalse();
    }

    @Test
    void guestsGiveNoAddressAndYenHaveNoDecimals() {
        STRIPE.stubFor(post(SESSIONS).willReturn(json(200, OPEN)));

        processor.createCheckout(request(700, "JPY", "x".repeat(300)));

        Map<String, String> sent = form(STRIPE.findAll(postRequestedFor(urlPathEqualTo(SESSIONS)))
                .get(0)
                .getBodyAsString());
        assertThat(sent)
                .doesNotContainKey("customer_email")
                .containsEntry("line_items[0][price_data][currency]", "jpy")
                .containsEntry("line_items[0][price_data][unit_amount]", "700")
                .containsEntry("payment_intent_data[description]", "x".repeat(250));
    }

    @Test
    void unsupportedCurrencyNeverReachesTheNetwork() {
        assertThatThrownBy(() -> processor.createCheckout(request(700, "BGN", "x")))
                .isInstanceOfSatisfying(PaymentFailure.class, failure -> {
                    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
                    assertThat(failure.code()).isEqualTo("currency_unsupported");
                });
        assertThat(STRIPE.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ISK, 500, 50000", "HUF, 50001, 50001", "MGA, 500000, 5000", "KWD, 1230, 1230"})
    void amountsAreWrittenAsStripeWantsThem(String currency, long ours, String theirs) {
        STRIPE.stubFor(post(SESSIONS).willReturn(json(200, OPEN)));

        processor.createCheckout(request(ours, currency, "x"));

        assertThat(form(STRIPE.findAll(postRequestedFor(urlPathEqualTo(SESSIONS)))
                        .get(0)
                        .getBodyAsString()))
                .containsEntry("line_items[0][price_data][unit_amount]", theirs);
    }

    @Test
    void amountThatStripeDoesNotTakeIsNotRounded() {
        assertThatThrownBy(() -> processor.createCheckout(request(1234, "KWD", "x")))
                .isInstanceOfSatisfying(PaymentFailure.class, failure -> {
                    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
                    assertThat(failure.code()).isEqualTo("amount_not_a_multiple");
                });
        assertThat(STRIPE.getAllServeEvents()).isEmpty();
    }

    @Test
    void poolsOwnAccountIsChargedDirectly() {
        STRIPE.stubFor(post(SESSIONS).willReturn(json(200, OPEN)));
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/cs_1")).willReturn(json(200, OPEN)));

        processor.createCheckout(new CheckoutRequest(
                "c-2", 700, EUR, "x", "pool_7", Optional.empty(), "https://a", "https://b", Optional.of("acct_7")));
        processor.readCheckout("cs_1", Optional.of("acct_7"));
        processor.readCheckout("cs_1");

        assertThat(STRIPE.findAll(postRequestedFor(urlPathEqualTo(SESSIONS)))
                        .get(0)
                        .getHeader("Stripe-Account"))
                .isEqualTo("acct_7");
        assertThat(STRIPE.findAll(getRequestedFor(urlPathEqualTo(SESSIONS + "/cs_1"))))
                .extracting(request -> request.getHeader("Stripe-Account"))
                .containsExactlyInAnyOrder("acct_7", null);
    }

    @Test
    void openPageHasNoPaymentYet() {
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/cs_1")).willReturn(json(200, OPEN)));

        assertThat(processor.readCheckout("cs_1"))
                .contains(new CheckoutStatus(
                        "cs_1", State.OPEN, 2500, EUR, Optional.empty(), Optional.empty(), Optional.empty()));
        LoggedRequest sent = STRIPE.findAll(getRequestedFor(urlPathEqualTo(SESSIONS + "/cs_1")))
                .get(0);
        assertThat(query(sent)).isEqualTo(Map.of("expand[0]", "payment_intent.latest_charge.balance_transaction"));
    }

    @Test
    void paidPageTellsPaymentAndSettlement() {
        stubSession("complete", "paid", INTENT);

        CheckoutStatus status = processor.readCheckout("cs_1").orElseThrow();

        assertThat(status.state()).isEqualTo(State.PAID);
        assertThat(status.paymentId()).contains("pi_1");
        assertThat(status.settlement()).contains(new Settlement(63, EUR, Instant.ofEpochSecond(1795608000), "txn_1"));
    }

    @ParameterizedTest
    @CsvSource({
        "complete, processing, PROCESSING",
        "complete, requires_action, PROCESSING",
        "complete, requires_payment_method, FAILED",
        "complete, canceled, FAILED",
        "expired, requires_payment_method, EXPIRED",
        "open, requires_payment_method, OPEN"
    })
    void unpaidPageIsWaitedForOnlyWhileItMayStillBePaid(String session, String intent, State state) {
        stubSession(session, "unpaid", "{'id':'pi_1','object':'payment_intent','status':'" + intent + "'}");
        assertThat(processor.readCheckout("cs_1").orElseThrow().state()).isEqualTo(state);
    }

    @Test
    void pageIsClosedOnItsAccountAndOneThatIsNotOpenStays() {
        STRIPE.stubFor(post(SESSIONS + "/cs_1/expire").willReturn(json(200, OPEN.replace("'open'", "'expired'"))));
        processor.closeCheckout("cs_1", Optional.of("acct_7"));
        LoggedRequest sent = STRIPE.findAll(postRequestedFor(urlPathEqualTo(SESSIONS + "/cs_1/expire")))
                .get(0);
        assertThat(sent.getHeader("Stripe-Account")).isEqualTo("acct_7");

        STRIPE.stubFor(post(SESSIONS + "/cs_1/expire").willReturn(error(400, "invalid_request_error", "")));
        processor.closeCheckout("cs_1", Optional.empty());
        STRIPE.stubFor(post(SESSIONS + "/cs_1/expire").willReturn(error(500, "api_error", "")));
        assertThatThrownBy(() -> processor.closeCheckout("cs_1", Optional.empty()))
                .isInstanceOf(PaymentFailure.class);
    }

    @Test
    void unknownPageIsEmpty() {
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/cs_1"))
                .willReturn(error(404, "invalid_request_error", "resource_missing")));
        assertThat(processor.readCheckout("cs_1")).isEmpty();
    }

    @Test
    void settlementIsReadByPayment() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(json(200, INTENT)));

        assertThat(processor.readSettlement("pi_1"))
                .contains(new Settlement(63, EUR, Instant.ofEpochSecond(1795608000), "txn_1"));
        LoggedRequest sent = STRIPE.findAll(getRequestedFor(urlPathEqualTo("/v1/payment_intents/pi_1")))
                .get(0);
        assertThat(query(sent)).isEqualTo(Map.of("expand[0]", "latest_charge.balance_transaction"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'id':'pi_1','object':'payment_intent','latest_charge':null}",
                "{'id':'pi_1','object':'payment_intent','latest_charge':{'id':'ch_1','object':'charge',"
                        + "'balance_transaction':null}}"
            },
            quoteCharacter = '~')
    void settlementIsEmptyUntilItIsWorkedOut(String intent) {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(json(200, intent)));
        assertThat(processor.readSettlement("pi_1")).isEmpty();
    }

    @Test
    void idsCannotReachOtherAddresses() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance")).willReturn(json(200, OPEN)));
        assertThatThrownBy(() -> processor.readCheckout("../../balance?x=")).isInstanceOf(PaymentFailure.class);
    }

    private void stubSession(String status, String paymentStatus, String intent) {
        STRIPE.stubFor(get(urlPathEqualTo(SESSIONS + "/cs_1"))
                .willReturn(json(
                        200,
                        OPEN.replace("'open'", "'" + status + "'")
                                .replace("'unpaid'", "'" + paymentStatus + "'")
                                .replace("'payment_intent':null", "'payment_intent':" + intent))));
    }

    private static CheckoutRequest request(long amountMinor, String currency, String title) {
        return new CheckoutRequest(
                "c-2",
                amountMinor,
                Currency.getInstance(currency),
                title,
                "pool_7",
                Optional.empty(),
                "https://pools.test/ok",
                "https://pools.test/back");
    }
}
