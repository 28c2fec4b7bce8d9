package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static coop.pools.integrations.payments.stripe.StripeFixture.EUR;
import static coop.pools.integrations.payments.stripe.StripeFixture.error;
import static coop.pools.integrations.payments.stripe.StripeFixture.json;
import static coop.pools.integrations.payments.stripe.StripeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.stripe.Stripe;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeAccount.State;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripePayeesTest {
    private static final String ACCOUNTS = "/v2/core/accounts";

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
    void payeeIsARecipientAndThePlatformBearsFeesAndLosses() {
        STRIPE.stubFor(post(ACCOUNTS).willReturn(json(200, account("restricted", false))));

        PayeeAccount account = processor.createPayee(
                new PayeeRequest("y-1", "Bread & Roses", Optional.of("ben@example.org"), "DE", EUR));

        assertThat(account).isEqualTo(new PayeeAccount("acct_1", State.RESTRICTED));
        STRIPE.verify(postRequestedFor(urlEqualTo(ACCOUNTS))
                .withHeader("Idempotency-Key", equalTo("y-1"))
                .withHeader("Stripe-Version", equalTo(Stripe.API_VERSION))
                .withHeader("Content-Type", matching("application/json.*"))
                .withRequestBody(equalToJson("""
                                        {"display_name": "Bread & Roses", "contact_email": "ben@example.org",
                                         "dashboard": "express", "identity": {"country": "de"},
                                         "configuration": {"recipient": {"capabilities":
                                           {"stripe_balance": {"stripe_transfers": {"requested": true}}}}},
                                         "defaults": {"currency": "eur", "responsibilities":
                                           {"fees_collector": "application", "losses_collector": "application"}},
                                         "metadata": {"payee_id": "y-1"},
                                         "include": ["configuration.recipient", "defaults", "identity", "requirements"]}
                                        """)));
    }

    @Test
    void payeeWithoutAddressIsAskedForItByStripe() {
        STRIPE.stubFor(post(ACCOUNTS).willReturn(json(200, account("pending", false))));
        processor.createPayee(new PayeeRequest("y-1", "Bread", Optional.empty(), "FR", EUR));
        assertThat(STRIPE.findAll(postRequestedFor(urlEqualTo(ACCOUNTS))).get(0).getBodyAsString())
                .doesNotContain("contact_email");
    }

    @Test
    void onboardingLinkIsForTheRecipientPartAndNewEachTime() {
        STRIPE.stubFor(post("/v2/core/account_links")
                .willReturn(json(200, "{'object':'v2.core.account_link','url':'https://connect.test/l'}")));

        for (int visit = 0; visit < 2; visit++) {
            assertThat(processor.createOnboardingLink("acct_1", "https://pools.test/again", "https://pools.test/done"))
                    .isEqualTo("https://connect.test/l");
        }

        STRIPE.verify(2, postRequestedFor(urlEqualTo("/v2/core/account_links")).withRequestBody(equalToJson("""
                                        {"account": "acct_1", "use_case": {"type": "account_onboarding",
                                         "account_onboarding": {"configurations": ["recipient"],
                                           "refresh_url": "https://pools.test/again",
                                           "return_url": "https://pools.test/done"}}}
                                        """)));
        assertThat(STRIPE.findAll(postRequestedFor(urlEqualTo("/v2/core/account_links"))).stream()
                        .map(request -> request.getHeader("Idempotency-Key"))
                        .distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "active, false, READY",
        "pending, false, PENDING",
        "restricted, false, RESTRICTED",
        "unsupported, false, RESTRICTED",
        "something_new, false, RESTRICTED",
        "active, true, RESTRICTED"
    })
    void payeeIsReadyWhenTransfersAreActive(String capability, boolean closed, State state) {
        STRIPE.stubFor(get(urlPathEqualTo(ACCOUNTS + "/acct_1")).willReturn(json(200, account(capability, closed))));

        assertThat(processor.readPayee("acct_1")).isEqualTo(new PayeeAccount("acct_1", state));
        assertThat(query(STRIPE.findAll(getRequestedFor(urlPathEqualTo(ACCOUNTS + "/acct_1")))
                        .get(0)))
                .isEqualTo(Map.of("include[0]", "configuration.recipient", "include[1]", "requirements"));
    }

    @Test
    void bankDetailsAreToldApartAndNothingOfThemIsGivenAway() {
        String first = fingerprint(bank("fp_1", true));
        assertThat(fingerprint(bank("fp_1", true))).isEqualTo(first);
        assertThat(fingerprint(bank("fp_2", true))).isNotEqualTo(first);
        assertThat(fingerprint(bank("fp_1", true) + "," + bank("fp_2", false)))
                .isEqualTo(fingerprint(bank("fp_2", false) + "," + bank("fp_1", true)))
                .isNotEqualTo(fingerprint(bank("fp_1", false) + "," + bank("fp_2", true)));
        assertThat(first).doesNotContain("fp_1").doesNotContain("6789").hasSize(64);
        STRIPE.stubFor(get(urlPathEqualTo("/v1/accounts/acct_1/external_accounts"))
                .willReturn(json(200, "{'object':'list','data':[],'has_more':false}")));
        assertThat(processor.payoutFingerprint("acct_1")).isEmpty();
    }

    private String fingerprint(String banks) {
        STRIPE.stubFor(get(urlPathEqualTo("/v1/accounts/acct_1/external_accounts"))
                .willReturn(json(200, "{'object':'list','data':[" + banks + "],'has_more':false}")));
        return processor.payoutFingerprint("acct_1").orElseThrow();
    }

    private static String bank(String fingerprint, boolean main) {
        return "{'object':'bank_account','id':'ba_" + fingerprint + "','fingerprint':'" + fingerprint
                + "','last4':'6789','default_for_currency':" + main + "}";
    }

    @Test
    void payeeWithoutTheRecipientPartIsPending() {
        STRIPE.stubFor(get(urlPathEqualTo(ACCOUNTS + "/acct_1"))
                .willReturn(json(200, "{'id':'acct_1','object':'v2.core.account','configuration':null}")));
        assertThat(processor.readPayee("acct_1").state()).isEqualTo(State.PENDING);
    }

    @Test
    void unknownPayeeIsRejected() {
        STRIPE.stubFor(get(urlPathEqualTo(ACCOUNTS + "/acct_1"))
                .willReturn(error(404, "invalid_request_error", "resource_missing")));
        assertThatThrownBy(() -> processor.readPayee("acct_1"))
                .isInstanceOfSatisfying(
                        PaymentFailure.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED));
    }

    @Test
    void accountOfAPoolIsAskedForToChargeOn() {
        STRIPE.stubFor(post(ACCOUNTS).willReturn(json(200, merchant("pending"))));
        assertThat(processor.createPoolAccount(new PayeeRequest("m-1", "Pool of Bread", Optional.empty(), "DE", EUR)))
                .isEqualTo(new PayeeAccount("acct_7", State.PENDING));
        STRIPE.verify(postRequestedFor(urlEqualTo(ACCOUNTS))
                .withHeader("Idempotency-Key", equalTo("m-1"))
                .withRequestBody(equalToJson("""
                                        {"display_name": "Pool of Bread", "dashboard": "full",
                                         "identity": {"country": "de"},
                                         "configuration": {"merchant": {"capabilities":
                                           {"card_payments": {"requested": true}}}},
                                         "defaults": {"currency": "eur", "responsibilities":
                                           {"fees_collector": "stripe", "losses_collector": "stripe"}},
                                         "metadata": {"pool_account_id": "m-1"},
                                         "include": ["configuration.merchant", "defaults", "identity", "requirements"]}
                                        """)));
    }

    @Test
    void accountOfAPoolIsReadyWhenCardsAreActive() {
        STRIPE.stubFor(get(urlPathEqualTo(ACCOUNTS + "/acct_7")).willReturn(json(200, merchant("active"))));
        assertThat(processor.readPoolAccount("acct_7")).isEqualTo(new PayeeAccount("acct_7", State.READY));

        STRIPE.stubFor(post("/v2/core/account_links")
                .willReturn(json(200, "{'object':'v2.core.account_link','url':'https://connect.test/l'}")));
        assertThat(processor.createPoolOnboardingLink("acct_7", "https://pools.test/a", "https://pools.test/b"))
                .isEqualTo("https://connect.test/l");
        assertThat(STRIPE.findAll(postRequestedFor(urlEqualTo("/v2/core/account_links")))
                        .get(0)
                        .getBodyAsString())
                .contains("[\"merchant\"]");
    }

    @Test
    void accountOfAPoolIsAskedToReceiveWhatComesHome() {
        STRIPE.stubFor(post(ACCOUNTS + "/acct_7").willReturn(json(200, merchant("active"))));
        processor.allowTransfers("acct_7");
        STRIPE.verify(postRequestedFor(urlEqualTo(ACCOUNTS + "/acct_7"))
                .withRequestBody(equalToJson("{\"configuration\": {\"recipient\": {\"capabilities\":"
                        + " {\"stripe_balance\": {\"stripe_transfers\": {\"requested\": true}}}}}}")));
    }

    private static String merchant(String cards) {
        return "{'id':'acct_7','object':'v2.core.account','closed':false,'created':'2026-11-22T12:00:00Z',"
                + "'configuration':{'merchant':{'applied':true,'capabilities':{'card_payments':"
                + "{'status':'" + cards + "','status_details':[]}}}}}";
    }

    private static String account(String transfers, boolean closed) {
        return "{'id':'acct_1','object':'v2.core.account','closed':" + closed + ",'created':'2026-11-22T12:00:00Z',"
                + "'configuration':{'recipient':{'applied':true,'capabilities':{'stripe_balance':{'stripe_transfers':"
                + "{'status':'" + transfers + "','status_details':[]}}}}}}";
    }
}
