package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static coop.pools.integrations.payments.stripe.StripeFixture.TRANSFER;
import static coop.pools.integrations.payments.stripe.StripeFixture.broken;
import static coop.pools.integrations.payments.stripe.StripeFixture.error;
import static coop.pools.integrations.payments.stripe.StripeFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeFaultsTest {
    private static final String SENT = "{'id':'tr_1','object':'transfer','amount':900,'currency':'eur',"
            + "'destination':'acct_1','metadata':{'payout_id':'p-1'}}";

    @RegisterExtension
    static final WireMockExtension STRIPE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, parameter_missing, REJECTED",
        "400, invalid_request_error, amount_too_small, REJECTED",
        "400, idempotency_error, '', REJECTED",
        "404, invalid_request_error, resource_missing, REJECTED",
        "402, card_error, card_declined, REJECTED",
        "400, invalid_request_error, balance_insufficient, NOT_YET",
        "429, invalid_request_error, rate_limit, NOT_YET",
        "429, api_error, lock_timeout, NOT_YET",
        "401, invalid_request_error, '', NOT_YET",
        "403, invalid_request_error, '', NOT_YET",
        "409, invalid_request_error, idempotency_key_in_use, UNKNOWN",
        "500, api_error, '', UNKNOWN",
        "503, api_error, '', UNKNOWN",
        "302, api_error, '', UNKNOWN"
    })
    void everyErrorSaysWhatIsKnown(int status, String type, String code, Outcome outcome) {
        assertThat(failure(error(status, type, code)).outcome()).isEqualTo(outcome);
    }

    @Test
    void onlyTheBalanceSpendsAKey() {
        PaymentFailure balance = failure(error(400, "invalid_request_error", "balance_insufficient"));
        assertThat(balance.code()).isEqualTo("balance_insufficient");
        assertThat(balance.keySpent()).isTrue();
        assertThat(failure(error(429, "invalid_request_error", "rate_limit")).keySpent())
                .isFalse();
        assertThat(failure(error(403, "invalid_request_error", "")).keySpent()).isFalse();
    }

    @Test
    void sameKeyWithOtherValuesIsNamed() {
        assertThat(failure(error(400, "idempotency_error", "")).code()).isEqualTo("idempotency_error");
    }

    @Test
    void whatAPersonTypedIsNotRepeatedInTheMessage() {
        assertThat(failure(error(400, "invalid_request_error", "email_invalid")))
                .hasMessageContaining("email_invalid")
                .hasMessageContaining("req_1")
                .message()
                .doesNotContain("ana@example.org");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 500, 502, 503})
    void answerWithoutAnErrorIsUnknown(int status) {
        assertThat(failure(aResponse().withStatus(status)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure(aResponse().withStatus(status).withBody("<html>gateway</html>"))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(failure(json(status, "{}")).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "{'id':'tr_1'", "<html>", "{'id':null,'object':'transfer'}"})
    void successThatCannotBeReadIsUnknown(String body) {
        assertThat(failure(json(200, body)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void lostAnswerIsUnknown(Fault fault) {
        assertThat(failure(broken(fault)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void silenceIsUnknown() {
        STRIPE.stubFor(post(anyUrl()).willReturn(json(200, SENT).withFixedDelay(2000)));
        StripePaymentProcessor hasty = StripeFixture.processor(STRIPE.baseUrl(), 0, Duration.ofMillis(150));
        assertThat(catchThrowableOfType(PaymentFailure.class, () -> hasty.sendTransfer(TRANSFER))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void nobodyListeningIsUnknown() {
        StripePaymentProcessor alone = StripeFixture.processor("http://127.0.0.1:1", 0, Duration.ofSeconds(1));
        assertThat(catchThrowableOfType(PaymentFailure.class, () -> alone.sendTransfer(TRANSFER))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void serverErrorIsRepeatedWithTheSameKeyAndThenSucceeds() {
        STRIPE.stubFor(post(anyUrl())
                .inScenario("recovers")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(error(500, "api_error", ""))
                .willSetStateTo("well"));
        STRIPE.stubFor(post(anyUrl())
                .inScenario("recovers")
                .whenScenarioStateIs("well")
                .willReturn(json(200, SENT)));

        StripePaymentProcessor patient = StripeFixture.processor(STRIPE.baseUrl(), 2, Duration.ofSeconds(2));

        assertThat(patient.sendTransfer(TRANSFER).transferId()).isEqualTo("tr_1");
        assertThat(STRIPE.findAll(postRequestedFor(anyUrl())))
                .hasSize(2)
                .extracting((LoggedRequest request) -> request.getHeader("Idempotency-Key"))
                .containsOnly("p-1");
    }

    @Test
    void keysAndSecretsAreNeverPrinted() {
        StripeSettings settings = StripeSettings.of("sk_live_abc", Optional.empty(), EventSecrets.parse("whsec_x", ""));
        assertThat(settings.toString()).doesNotContain("abc").doesNotContain("whsec_x");
        assertThat(settings.live()).isTrue();
    }

    private static PaymentFailure failure(ResponseDefinitionBuilder answer) {
        STRIPE.stubFor(post(anyUrl()).willReturn(answer));
        StripePaymentProcessor processor = StripeFixture.processor(STRIPE.baseUrl(), 0, Duration.ofSeconds(2));
        return catchThrowableOfType(PaymentFailure.class, () -> processor.sendTransfer(TRANSFER));
    }
}
