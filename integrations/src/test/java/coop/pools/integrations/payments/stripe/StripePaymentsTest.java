package coop.pools.integrations.payments.stripe;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.integrations.payments.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripePaymentsTest {
    private static final String REFUNDS = "/v1/refunds";
    private static final RefundRequest ORDER = new RefundRequest("r-1", 1, "pi_1", 501, EUR, Optional.empty());
    private static final String INTENT = "{'id':'pi_1','object':'payment_intent','status':'succeeded','amount':10000,"
            + "'amount_received':10000,'currency':'eur','latest_charge':{'id':'ch_1','object':'charge',"
            + "'balance_transaction':{'id':'txn_1','object':'balance_transaction','amount':10000,'fee':175,"
            + "'net':9825,'currency':'eur','available_on':1795608000}}}";

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
    void paymentIsReadWithAllThatBefellIt() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(json(200, INTENT)));
        STRIPE.stubFor(get(urlPathEqualTo(REFUNDS)).willReturn(json(200, list(refund("re_1", "r-1", "succeeded")))));
        STRIPE.stubFor(get(urlPathEqualTo("/v1/disputes"))
                .willReturn(json(
                        200,
                        list("{'id':'du_1','object':'dispute','amount':10000,'currency':'eur','charge':'ch_1',"
                                + "'payment_intent':'pi_1','reason':'fraudulent','status':'lost',"
                                + "'evidence_details':{'due_by':null},'balance_transactions':[{'id':'txn_3',"
                                + "'object':'balance_transaction','amount':-10000,'fee':2000,'net':-12000,"
                                + "'currency':'eur'}]}"))));

        PaymentFacts facts = processor.readPayment("pi_1", Optional.empty()).orElseThrow();

        assertThat(facts.paid()).isTrue();
        assertThat(facts.chargeId()).contains("ch_1");
        assertThat(facts.amountMinor()).isEqualTo(10_000);
        assertThat(facts.settlement()).contains(new Settlement(175, EUR, Instant.ofEpochSecond(1795608000), "txn_1"));
        assertThat(facts.refunds()).extracting(RefundFact::refundId).containsExactly("re_1");
        assertThat(facts.disputes()).singleElement().satisfies(dispute -> {
            assertThat(dispute.state()).isEqualTo(DisputeFact.State.LOST);
            assertThat(dispute.movements()).containsExactly(new DisputeFact.Movement("txn_3", -10_000, 2000));
        });
        assertThat(query(asked("/v1/payment_intents/pi_1")))
                .isEqualTo(Map.of("expand[0]", "latest_charge.balance_transaction"));
        assertThat(query(asked(REFUNDS))).isEqualTo(Map.of("payment_intent", "pi_1", "limit", "100"));
        assertThat(query(asked("/v1/disputes"))).isEqualTo(Map.of("payment_intent", "pi_1", "limit", "100"));
    }

    @Test
    void paymentThatIsNotMadeYetIsOneCall() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(json(
                        200,
                        "{'id':'pi_1','object':'payment_intent','status':'processing','amount':10000,"
                                + "'amount_received':0,'currency':'eur','latest_charge':null}")));
        PaymentFacts facts = processor.readPayment("pi_1", Optional.empty()).orElseThrow();
        assertThat(facts.paid()).isFalse();
        assertThat(facts.chargeId()).isEmpty();
        assertThat(facts.settlement()).isEmpty();
        assertThat(STRIPE.getAllServeEvents()).hasSize(1);
    }

    @Test
    void unknownPaymentIsEmptyAndABrokenAnswerIsNot() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(error(404, "invalid_request_error", "resource_missing")));
        assertThat(processor.readPayment("pi_1", Optional.empty())).isEmpty();

        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1")).willReturn(json(200, "{'id':'pi_1'}")));
        assertFails(Outcome.UNKNOWN, "", () -> processor.readPayment("pi_1", Optional.empty()));
    }

    @Test
    void refundIsAskedForWithExactlyTheseParameters() {
        STRIPE.stubFor(post(REFUNDS).willReturn(json(200, refund("re_1", "r-1", "pending"))));

        RefundFact fact = processor.refund(ORDER);

        assertThat(fact.refundId()).isEqualTo("re_1");
        assertThat(fact.state()).isEqualTo(RefundFact.State.PENDING);
        assertThat(fact.ours()).contains("r-1");
        LoggedRequest sent = ordered();
        assertThat(form(sent.getBodyAsString()))
                .isEqualTo(Map.of("payment_intent", "pi_1", "amount", "501", "metadata[refund_id]", "r-1"));
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("r-1");
        assertThat(sent.getHeader("Stripe-Account")).isNull();
    }

    @Test
    void refundOnAPoolsOwnAccountIsMadeThere() {
        STRIPE.stubFor(post(REFUNDS).willReturn(json(200, refund("re_1", "r-1", "succeeded"))));
        RefundFact fact = processor.refund(new RefundRequest("r-1", 2, "pi_1", 501, EUR, Optional.of("acct_7")));
        assertThat(fact.account()).contains("acct_7");
        assertThat(ordered().getHeader("Stripe-Account")).isEqualTo("acct_7");
        assertThat(ordered().getHeader("Idempotency-Key")).isEqualTo("r-1-2");
    }

    @ParameterizedTest
    @CsvSource({
        "400, charge_already_refunded, REJECTED",
        "400, charge_disputed, REJECTED",
        "400, insufficient_funds, NOT_YET",
        "429, rate_limit, NOT_YET",
        "500, api_error, UNKNOWN",
        "409, idempotency_key_in_use, UNKNOWN"
    })
    void refusedRefundSaysWhatIsKnown(int status, String code, Outcome outcome) {
        STRIPE.stubFor(post(REFUNDS).willReturn(error(status, "invalid_request_error", code)));
        assertFails(outcome, code, () -> processor.refund(ORDER));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void brokenConnectionLeavesARefundUnknown(Fault fault) {
        STRIPE.stubFor(post(REFUNDS).willReturn(StripeFixture.broken(fault)));
        assertFails(Outcome.UNKNOWN, null, () -> processor.refund(ORDER));
    }

    @Test
    void refundIsFoundByOurIdAndOneThatStandsIsPreferred() {
        STRIPE.stubFor(get(urlPathEqualTo(REFUNDS))
                .willReturn(json(
                        200,
                        list(
                                refund("re_3", "r-1", "failed"),
                                refund("re_2", "r-1", "succeeded"),
                                refund("re_1", "r-0", "succeeded")))));
        assertThat(processor.findRefund("r-1", "pi_1", Optional.empty()))
                .map(RefundFact::refundId)
                .contains("re_2");
        assertThat(processor.findRefund("r-2", "pi_1", Optional.empty())).isEmpty();
    }

    private static String refund(String id, String ours, String status) {
        return "{'id':'" + id + "','object':'refund','amount':501,'currency':'eur','charge':'ch_1',"
                + "'payment_intent':'pi_1','balance_transaction':'txn_2','status':'" + status
                + "','metadata':{'refund_id':'" + ours + "'}}";
    }

    private static String list(String... items) {
        return "{'object':'list','has_more':false,'url':'/v1/x','data':[" + String.join(",", items) + "]}";
    }

    private static LoggedRequest asked(String path) {
        return STRIPE.findAll(getRequestedFor(urlPathEqualTo(path))).get(0);
    }

    private static LoggedRequest ordered() {
        return STRIPE.findAll(postRequestedFor(WireMock.urlPathEqualTo(REFUNDS)))
                .get(0);
    }

    private static void assertFails(Outcome outcome, String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PaymentFailure.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(outcome);
            if (code != null) {
                assertThat(failure.code()).isEqualTo(code);
            }
        });
    }
}
