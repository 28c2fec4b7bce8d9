package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.TransferRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests, answers and faults for tests of the Stripe adapter. */
final class StripeFixture {
    static final Currency EUR = Currency.getInstance("EUR");

    static final CheckoutRequest CHECKOUT = new CheckoutRequest(
            "c-1",
            2500,
            EUR,
            "Zoë's & Friends",
            "pool_7",
            Optional.of("ana@example.org"),
            "https://pools.test/ok?s={CHECKOUT_SESSION_ID}",
            "https://pools.test/back");

    static final TransferRequest TRANSFER = new TransferRequest("p-1", "acct_1", 900, EUR, "pool_7");

    private StripeFixture() {}

    static StripePaymentProcessor processor(String base, int retries, Duration readTimeout) {
        return new StripePaymentProcessor(
                new StripeSettings(
                        "sk_test_1",
                        Optional.of(base + "/"),
                        Duration.ofSeconds(2),
                        readTimeout,
                        retries,
                        EventSecrets.parse("whsec_p", "whsec_c"),
                        FeeTable.defaults()),
                Clock.systemUTC());
    }

    static ResponseDefinitionBuilder json(int status, String singleQuoted) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("Request-Id", "req_1")
                .withBody(singleQuoted.replace('\'', '"'));
    }

    static ResponseDefinitionBuilder error(int status, String type, String code) {
        return json(
                status,
                "{'error':{'type':'" + type + "','code':" + (code.isEmpty() ? "null" : "'" + code + "'")
                        + ",'message':'about ana@example.org'}}");
    }

    static ResponseDefinitionBuilder broken(Fault fault) {
        return aResponse().withFault(fault);
    }

    /** Names and values of a form or a query, as Stripe's documentation writes them. */
    static Map<String, String> form(String encoded) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    static Map<String, String> query(LoggedRequest request) {
        return form(request.getUrl().substring(request.getUrl().indexOf('?') + 1));
    }
}
