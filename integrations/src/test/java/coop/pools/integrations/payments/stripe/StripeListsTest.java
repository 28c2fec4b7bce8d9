package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static coop.pools.integrations.payments.stripe.StripeFixture.EUR;
import static coop.pools.integrations.payments.stripe.StripeFixture.error;
import static coop.pools.integrations.payments.stripe.StripeFixture.json;
import static coop.pools.integrations.payments.stripe.StripeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.Other;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.ProcessorBalance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StripeListsTest {
    private static final Instant SINCE = Instant.ofEpochSecond(1795300000);

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
    void listedEventsMeanWhatDeliveredOnesDo() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':true,'url':'/v1/events','data':["
                                + "{'id':'evt_2','object':'event','type':'charge.succeeded',"
                                + "'created':1795348700,'data':{'object':{'id':'ch_1',"
                                + "'object':'charge','currency':'eur','amount':2500,'paid':true,"
                                + "'captured':true,'payment_intent':'pi_1',"
                                + "'metadata':{'contribution_id':'c-1'}}}},"
                                + "{'id':'evt_1','object':'event','type':'charge.succeeded',"
                                + "'created':1795348600,'data':{'object':{'id':'ch_0',"
                                + "'object':'charge','paid':true,'captured':true,"
                                + "'metadata':{'contribution_id':'c-0'}}}}]}")));

        Page<ListedEvent> page = processor.listEvents(SINCE, Optional.of("evt_9"));

        PaymentEvent first = page.items().get(0).event();
        assertThat(first)
                .isInstanceOfSatisfying(
                        Paid.class, paid -> assertThat(paid.contributionId()).isEqualTo("c-1"));
        assertThat(new String(page.items().get(0).body(), StandardCharsets.UTF_8))
                .startsWith("{\"id\":\"evt_2\"");
        assertThat(page.items().get(1).event()).isInstanceOf(Other.class);
        assertThat(page.next()).contains("evt_1");
        assertThat(query(asked("/v1/events")))
                .isEqualTo(Map.of("created[gte]", "1795300000", "limit", "100", "starting_after", "evt_9"));
    }

    @Test
    void eventsOfAConnectedAccountAreInItsOwnList() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/events','data':["
                                + "{'id':'evt_2','object':'event','type':'charge.succeeded',"
                                + "'created':1795348700,'data':{'object':{'id':'ch_1',"
                                + "'object':'charge','currency':'eur','amount':2500,'paid':true,"
                                + "'captured':true,'payment_intent':'pi_1',"
                                + "'metadata':{'contribution_id':'c-1'}}}}]}")));
        ListedEvent listed = processor
                .listEvents(SINCE, Optional.empty(), Optional.of("acct_7"))
                .items()
                .get(0);
        assertThat(asked("/v1/events").getHeader("Stripe-Account")).isEqualTo("acct_7");
        assertThat(((Paid) listed.event()).account()).contains("acct_7");
        assertThat(listed.account()).contains("acct_7");
    }

    @Test
    void whatIsWrittenOnATopUpIsRead() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/balance_transactions','data':["
                                + "{'id':'txn_2','object':'balance_transaction','amount':900,"
                                + "'fee':0,'net':900,'currency':'eur','created':1795348900,"
                                + "'available_on':1795348900,'reporting_category':'topup','type':'topup',"
                                + "'description':'for 0af1','source':{'id':'tu_2','object':'topup'}},"
                                + "{'id':'txn_1','object':'balance_transaction','amount':800,"
                                + "'fee':0,'net':800,'currency':'eur','created':1795348800,"
                                + "'available_on':1795348800,'reporting_category':'topup','type':'topup',"
                                + "'description':null,'source':{'id':'tu_1','object':'topup',"
                                + "'description':'for 0af0'}}]}")));
        assertThat(processor
                        .listBalanceTransactions(SINCE, Optional.empty(), Optional.empty())
                        .items())
                .extracting(BalanceTransaction::category, BalanceTransaction::words, BalanceTransaction::netMinor)
                .containsExactly(Tuple.tuple("topup", "for 0af1", 900L), Tuple.tuple("topup", "for 0af0", 800L));
    }

    @Test
    void whatThePlatformHasSentIsAPaymentOfItsTransfer() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/balance_transactions','data':["
                                + "{'id':'txn_1','object':'balance_transaction','amount':800,"
                                + "'fee':0,'net':800,'currency':'eur','created':1795348800,"
                                + "'available_on':1795348800,'reporting_category':'charge','type':'payment',"
                                + "'source':{'id':'py_1','object':'charge','payment_intent':null,"
                                + "'source_transfer':'tr_1','metadata':{}}}]}")));
        assertThat(processor
                        .listBalanceTransactions(SINCE, Optional.empty(), Optional.of("acct_7"))
                        .items())
                .extracting(BalanceTransaction::category, BalanceTransaction::transferId, BalanceTransaction::paymentId)
                .containsExactly(Tuple.tuple("charge", Optional.of("tr_1"), Optional.empty()));
    }

    @Test
    void whatThePlatformHasTakenBackIsARefundOfItsTransfer() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .withQueryParam("expand[1]", equalTo("data.source.charge"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/balance_transactions','data':["
                                + refund("txn_3", "{'id':'py_1','object':'charge','source_transfer':'tr_1'}") + ","
                                + refund("txn_2", "{'id':'ch_2','object':'charge','source_transfer':null}") + ","
                                + refund("txn_1", "'ch_1'") + "]}")));
        assertThat(processor
                        .listBalanceTransactions(SINCE, Optional.empty(), Optional.of("acct_7"))
                        .items())
                .extracting(BalanceTransaction::category, BalanceTransaction::transferId)
                .containsExactly(
                        Tuple.tuple("refund", Optional.of("tr_1")),
                        Tuple.tuple("refund", Optional.empty()),
                        Tuple.tuple("refund", Optional.empty()));
    }

    private static String refund(String id, String charge) {
        return "{'id':'" + id + "','object':'balance_transaction','amount':-800,'fee':0,'net':-800,'currency':'eur',"
                + "'created':1795348800,'available_on':1795348800,'reporting_category':'refund',"
                + "'type':'payment_refund','source':{'id':'pyr_1','object':'refund','payment_intent':null,"
                + "'charge':" + charge + ",'metadata':{}}}";
    }

    @Test
    void movementsOfMoneyTellTheirPayment() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/balance_transactions','data':["
                                + "{'id':'txn_3','object':'balance_transaction','amount':-900,"
                                + "'fee':0,'net':-900,'currency':'eur','created':1795348900,"
                                + "'available_on':1795348900,'reporting_category':'transfer',"
                                + "'source':{'id':'tr_1','object':'transfer','amount':900}},"
                                + "{'id':'txn_2','object':'balance_transaction','amount':-5,"
                                + "'fee':0,'net':-5,'currency':'bgn','created':1795348800,"
                                + "'available_on':1795348800,'reporting_category':'fee',"
                                + "'source':null},"
                                + "{'id':'txn_1','object':'balance_transaction','amount':2500,"
                                + "'fee':63,'net':2437,'currency':'eur','created':1795348700,"
                                + "'available_on':1795608000,'reporting_category':'charge',"
                                + "'source':{'id':'ch_1','object':'charge',"
                                + "'payment_intent':'pi_1'}}]}")));

        Page<BalanceTransaction> page =
                processor.listBalanceTransactions(SINCE, Optional.empty(), Optional.of("acct_7"));

        assertThat(page.next()).isEmpty();
        assertThat(page.items())
                .containsExactly(
                        new BalanceTransaction(
                                "txn_3",
                                "transfer",
                                Optional.of("tr_1"),
                                Optional.empty(),
                                Optional.of("tr_1"),
                                Optional.empty(),
                                "",
                                -900,
                                0,
                                -900,
                                EUR,
                                Instant.ofEpochSecond(1795348900),
                                Instant.ofEpochSecond(1795348900)),
                        new BalanceTransaction(
                                "txn_1",
                                "charge",
                                Optional.of("ch_1"),
                                Optional.of("pi_1"),
                                2500,
                                63,
                                2437,
                                EUR,
                                Instant.ofEpochSecond(1795348700),
                                Instant.ofEpochSecond(1795608000)));
        LoggedRequest asked = asked("/v1/balance_transactions");
        assertThat(query(asked))
                .isEqualTo(Map.of(
                        "created[gte]",
                        "1795300000",
                        "limit",
                        "100",
                        "expand[0]",
                        "data.source",
                        "expand[1]",
                        "data.source.charge"));
        assertThat(asked.getHeader("Stripe-Account")).isEqualTo("acct_7");
    }

    @Test
    void movementsTellTheirContributionAndTheTransferThatWasReversed() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions"))
                .willReturn(json(
                        200,
                        "{'object':'list','has_more':false,'url':'/v1/balance_transactions','data':["
                                + "{'id':'txn_2','amount':900,'fee':0,'net':900,'currency':'eur',"
                                + "'created':1795348900,'available_on':1795348900,"
                                + "'reporting_category':'transfer_reversal','source':{'id':'trr_1',"
                                + "'object':'transfer_reversal','transfer':'tr_1'}},"
                                + "{'id':'txn_1','amount':2500,'fee':63,'net':2437,'currency':'eur',"
                                + "'created':1795348700,'available_on':1795608000,"
                                + "'reporting_category':'charge','source':{'id':'ch_1','object':'charge',"
                                + "'payment_intent':'pi_1','metadata':{'contribution_id':'c-1'}}}]}")));
        Page<BalanceTransaction> page = processor.listBalanceTransactions(SINCE, Optional.empty(), Optional.empty());
        assertThat(page.items().get(0).transferId()).contains("tr_1");
        assertThat(page.items().get(1).contributionId()).contains("c-1");
        assertThat(page.items().get(1).transferId()).isEmpty();
    }

    @Test
    void theBalanceIsReadInEveryCurrencyThatPoolsKnows() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance"))
                .willReturn(json(
                        200,
                        "{'object':'balance','livemode':false,'available':["
                                + "{'amount':-150,'currency':'eur'},{'amount':9,'currency':'bgn'}],"
                                + "'pending':[{'amount':2437,'currency':'eur'},{'amount':500,'currency':'jpy'}]}")));
        assertThat(processor.readBalance(Optional.of("acct_7")))
                .containsExactly(
                        new ProcessorBalance(EUR, -150, 2437),
                        new ProcessorBalance(Currency.getInstance("JPY"), 0, 500));
        assertThat(asked("/v1/balance").getHeader("Stripe-Account")).isEqualTo("acct_7");
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance")).willReturn(json(200, "{'object':'balance'}")));
        assertThatThrownBy(() -> processor.readBalance(Optional.empty())).isInstanceOf(PaymentFailure.class);
    }

    @Test
    void brokenListIsNoEmptyList() {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events")).willReturn(json(200, "{'object':'list'}")));
        assertThatThrownBy(() -> processor.listEvents(SINCE, Optional.empty())).isInstanceOf(PaymentFailure.class);
        STRIPE.stubFor(get(urlPathEqualTo("/v1/balance_transactions")).willReturn(error(500, "api_error", "")));
        assertThatThrownBy(() -> processor.listBalanceTransactions(SINCE, Optional.empty(), Optional.empty()))
                .isInstanceOf(PaymentFailure.class);
    }

    private static LoggedRequest asked(String path) {
        return STRIPE.findAll(getRequestedFor(urlPathEqualTo(path))).get(0);
    }
}
