package coop.pools.integrations.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static coop.pools.integrations.payments.stripe.StripeFixture.EUR;
import static coop.pools.integrations.payments.stripe.StripeFixture.TRANSFER;
import static coop.pools.integrations.payments.stripe.StripeFixture.form;
import static coop.pools.integrations.payments.stripe.StripeFixture.json;
import static coop.pools.integrations.payments.stripe.StripeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StripeTransfersTest {
    private static final String TRANSFERS = "/v1/transfers";
    private static final TransferReceipt RECEIPT = new TransferReceipt("tr_1", "p-1", "acct_1", 900, EUR, false);

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
    void transferIsKeyedByItsPayout() {
        STRIPE.stubFor(post(TRANSFERS).willReturn(json(200, transfer("tr_1", "p-1", false))));

        assertThat(processor.sendTransfer(TRANSFER)).isEqualTo(RECEIPT);

        LoggedRequest sent = sent().get(0);
        assertThat(form(sent.getBodyAsString()))
                .isEqualTo(Map.of(
                        "amount", "900",
                        "currency", "eur",
                        "destination", "acct_1",
                        "transfer_group", "payout_p-1",
                        "metadata[payout_id]", "p-1",
                        "metadata[group]", "pool_7"));
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("p-1");
    }

    @Test
    void aPartThatWasTakenBackIsTold() {
        String partly = transfer("tr_1", "p-1", false).replaceFirst("\\{", "{'amount_reversed':400,");
        STRIPE.stubFor(post(TRANSFERS).willReturn(json(200, partly)));
        TransferReceipt receipt = processor.sendTransfer(TRANSFER);
        assertThat(receipt.amountReversedMinor()).isEqualTo(400);
        assertThat(receipt.reversed()).isFalse();
    }

    @Test
    void laterAttemptHasAKeyOfItsOwnAndNothingElseDiffers() {
        STRIPE.stubFor(post(TRANSFERS).willReturn(json(200, transfer("tr_1", "p-1", false))));

        processor.sendTransfer(TRANSFER);
        processor.sendTransfer(new TransferRequest("p-1", 2, "acct_1", 900, EUR, "pool_7"));

        assertThat(sent())
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsExactly("p-1", "p-1-2");
        assertThat(sent())
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly(sent().get(0).getBodyAsString());
    }

    @Test
    void transferIsFoundByThePayoutsGroupPageAfterPage() {
        STRIPE.stubFor(list().willReturn(json(200, page(true, transfer("tr_9", "p-9", false)))));
        STRIPE.stubFor(list().withQueryParam("starting_after", equalTo("tr_9"))
                .willReturn(json(200, page(false, transfer("tr_1", "p-1", false)))));

        assertThat(processor.findTransfer("p-1")).contains(RECEIPT);

        assertThat(query(STRIPE.findAll(getRequestedFor(urlPathEqualTo(TRANSFERS)))
                        .get(0)))
                .isEqualTo(Map.of("transfer_group", "payout_p-1", "limit", "100"));
    }

    @Test
    void transferThatStandsIsPreferredToOneReversed() {
        STRIPE.stubFor(list().willReturn(
                        json(200, page(false, transfer("tr_2", "p-1", true), transfer("tr_1", "p-1", false)))));
        assertThat(processor.findTransfer("p-1")).contains(RECEIPT);

        STRIPE.stubFor(list().willReturn(json(200, page(false, transfer("tr_2", "p-1", true)))));
        assertThat(processor.findTransfer("p-1").orElseThrow().reversed()).isTrue();
    }

    @Test
    void transferOfAnotherPayoutIsNotAdopted() {
        STRIPE.stubFor(list().willReturn(json(200, page(false, transfer("tr_9", "p-9", false)))));
        assertThat(processor.findTransfer("p-1")).isEmpty();

        STRIPE.stubFor(list().willReturn(json(200, page(false))));
        assertThat(processor.findTransfer("p-1")).isEmpty();
    }

    @Test
    void endlessListIsGivenUp() {
        STRIPE.stubFor(list().willReturn(json(200, page(true, transfer("tr_9", "p-9", false)))));
        assertThat(processor.findTransfer("p-1")).isEmpty();
        STRIPE.verify(10, getRequestedFor(urlPathEqualTo(TRANSFERS)));
    }

    private static List<LoggedRequest> sent() {
        return STRIPE.findAll(postRequestedFor(urlPathEqualTo(TRANSFERS)));
    }

    private static MappingBuilder list() {
        return get(WireMock.urlPathEqualTo(TRANSFERS));
    }

    private static String transfer(String id, String payoutId, boolean reversed) {
        return "{'id':'" + id + "','object':'transfer','amount':900,'currency':'eur','destination':'acct_1',"
                + "'reversed':" + reversed + ",'metadata':{'payout_id':'" + payoutId + "'}}";
    }

    private static String page(boolean more, String... transfers) {
        return "{'object':'list','url':'/v1/transfers','has_more':" + more + ",'data':[" + String.join(",", transfers)
                + "]}";
    }
}
