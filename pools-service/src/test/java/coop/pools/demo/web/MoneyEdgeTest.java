package coop.pools.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.governance.domain.Action;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyEdgeTest {
    private static final Optional<UUID> NOBODY = Optional.empty();
    private static final String API = "/api/v1/pools/sunday-readers/contributions";
    private static final String FORM_ID = "0123456789abcdef0123456789";

    private TestDatabase db;
    private MoneyEdge edge;

    @BeforeEach
    void open() throws Throwable {
        db = TestDatabases.h2();
        edge = new MoneyEdge(db);
    }

    @AfterEach
    void close() {
        edge.close();
        db.close();
    }

    @Test
    void aGuestContributesByFormAndCard() {
        assertThat(edge.page(NOBODY, "/pools/sunday-readers/contribute"))
                .contains("The Water Company")
                .contains("Card fee about");
        String card = address(contribute("20"));
        assertThat(address(contribute("20"))).isEqualTo(card);
        assertThat(address(contribute("21"))).isNotEqualTo(card);
        assertThat(edge.page(NOBODY, card)).contains("\u20ac20.00").contains("4242 4242 4242 4242");
        String own = address(pay(card, "4242 4242 4242 4242"));
        assertThat(edge.page(NOBODY, own))
                .contains("Thank you")
                .contains("\u20ac0.55")
                .contains("\u20ac19.45");
        assertThat(edge.house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        assertThat(edge.page(NOBODY, card)).contains("This payment is done");
    }

    @Test
    void aDeclinedCardSaysWhyAndCanBeFollowedByAnother() {
        String card = address(contribute("20"));
        try (Response declined = pay(card, "4000000000009995")) {
            assertThat(declined.getStatus()).isEqualTo(200);
            assertThat(declined.readEntity(String.class)).contains("not enough money on that card");
        }
        assertThat(address(pay(card, "4000002500003155"))).contains("/sandbox/checkout/");
        assertThat(edge.page(NOBODY, card)).contains("Your bank asks");
        Form no = new Form("answer", "refuse");
        assertThat(edge.guest(card + "/bank").post(Entity.form(no)).readEntity(String.class))
                .contains("it was not you");
        pay(card, "4000002500003155").close();
        assertThat(address(edge.guest(card + "/bank").post(Entity.form(new Form("answer", "confirm")))))
                .contains("/contributions/");
        assertThat(edge.house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @Test
    void whatIsTypedWronglyComesBackAsItWas() {
        try (Response response = contribute("0.10")) {
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.readEntity(String.class))
                    .contains("at least \u20ac0.50")
                    .contains("value=\"0.10\"");
        }
        try (Response response = contribute("\"><script>")) {
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.readEntity(String.class))
                    .doesNotContain("<script>\"")
                    .contains("write it like 25");
        }
        try (Response response = pay(address(contribute("20")), "1234")) {
            assertThat(response.readEntity(String.class)).contains("not the number of a card");
        }
    }

    @Test
    void aPendingContributionLooksAgainByItselfAndCanBeContinued() {
        edge.house.faulty.breakNext("createCheckout", Fault.LOST);
        String own = address(contribute("20"));
        assertThat(own).contains("/contributions/");
        try (Response page = edge.guest(own).get()) {
            assertThat(page.getHeaderString("Refresh")).isEqualTo("5");
            assertThat(page.readEntity(String.class))
                    .contains("Continue to payment")
                    .contains("Nothing has been charged");
        }
        assertThat(address(edge.guest(own + "/pay").post(Entity.form(new Form()))))
                .contains("/sandbox/checkout/");
    }

    @Test
    void programsContributeAndReadWhatBecameOfIt() {
        String body = "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"}}";
        JsonNode started = json(edge.guest(API).header("Idempotency-Key", "k1").post(Entity.json(body)), 201);
        JsonNode again = json(edge.guest(API).header("Idempotency-Key", "k1").post(Entity.json(body)), 201);
        assertThat(again.path("privateUrl").asText())
                .as("only the latest link opens it")
                .isNotEqualTo(started.path("privateUrl").asText());
        ((ObjectNode) again).set("privateUrl", started.path("privateUrl"));
        assertThat(again).isEqualTo(started);
        assertThat(started.path("state").asText()).isEqualTo("pending");
        assertThat(started.path("checkoutUrl").asText()).contains("/sandbox/checkout/cs_sandbox_");
        String id = started.path("id").asText();
        JsonNode declined = card(id, "{\"card\":\"4000000000000002\"}");
        assertThat(declined.path("result").asText()).isEqualTo("declined");
        assertThat(declined.path("state").asText()).isEqualTo("pending");
        assertThat(card(id, "{\"card\":\"4000002500003155\"}").path("result").asText())
                .isEqualTo("authentication-needed");
        assertThat(card(id, "{\"card\":\"4242424242424242\"}").path("state").asText())
                .isEqualTo("available");
        assertThat(card(id, "{\"card\":\"4242424242424242\"}").path("result").asText())
                .isEqualTo("already-paid");
        JsonNode paid = json(edge.guest("/api/v1/contributions/" + id).get(), 200);
        assertThat(paid.path("state").asText()).isEqualTo("available");
        assertThat(paid.path("fee").path("amountMinor").asLong()).isEqualTo(55);
        assertThat(paid.path("receiptUrl").asText()).endsWith("/contributions/" + id);
        assertThat(paid.has("checkoutUrl")).isFalse();
    }

    @Test
    void badInputIsRefusedInWords() {
        for (String body : List.of(
                "{\"amount\":{\"amountMinor\":-1,\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amountMinor\":2000,\"currency\":\"USD\"}}",
                "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"},\"recurring\":{\"every\":\"week\"}}",
                "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"},\"split\":[]}",
                "{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"},\"email\":\"no\"}",
                "{}")) {
            assertThat(json(edge.guest(API).post(Entity.json(body)), 422)
                            .path("code")
                            .asText())
                    .isNotEmpty();
        }
        for (String body : List.of("", "null", "[]", "{\"amount\":")) {
            try (Response response = edge.guest(API).post(Entity.json(body))) {
                assertThat(response.getStatus()).as(body).isBetween(400, 422);
            }
        }
        json(edge.guest("/api/v1/contributions/nothing").get(), 404);
        json(edge.guest("/api/v1/contributions/" + edge.house.ids.newId()).get(), 404);
        json(
                edge.guest("/api/v1/pools/nowhere/contributions")
                        .post(Entity.json("{\"amount\":{\"amountMinor\":2000,\"currency\":\"EUR\"}}")),
                404);
    }

    @Test
    void aMemberInvitesAPayeeWhoOnboardsByTheLink() {
        Optional<UUID> ana = edge.house.member("Ana").person();
        String payees = "/pools/sunday-readers/payees";
        assertThat(edge.page(ana, payees)).contains("Nobody yet");
        assertThat(edge.page(ana, payees + "/new")).contains("Make the link");
        Form form = new Form("id", FORM_ID).param("name", "Room & Hall").param("email", "");
        String made = edge.as(ana, payees).post(Entity.form(form)).readEntity(String.class);
        assertThat(made).contains("Room &amp; Hall").contains("/onboarding?token=");
        String link = made.replaceAll("(?s).*data-copy=\"([^\"]+)\".*", "$1");
        assertThat(edge.page(NOBODY, link)).contains("would like to pay you").contains("Germany");
        String token = link.split("token=")[1];
        String begin = link.split("\\?")[0];
        Form country = new Form("token", token).param("country", "DE");
        String processor = address(edge.guest(begin).post(Entity.form(country)));
        assertThat(edge.page(NOBODY, processor)).contains("Room &amp; Hall").contains("That is right");
        String back = address(edge.guest(processor).post(Entity.form(new Form())));
        assertThat(edge.page(NOBODY, back)).contains("You can be paid");
        assertThat(edge.page(NOBODY, link)).contains("All set");
        assertThat(edge.page(ana, payees)).contains("Can be paid");
        assertThat(edge.guest(payees).get().getStatus()).isEqualTo(303);
        assertThat(edge.guest(begin + "?token=guess").get().getStatus()).isEqualTo(403);
    }

    @Test
    void aPayoutIsShownToEverybodyWithItsReason() {
        Optional<UUID> ana = edge.house.member("Ana").person();
        edge.house.fill(10_000);
        JsonNode payee =
                json(edge.as(ana, "/api/v1/pools/sunday-readers/payees").post(Entity.json("{\"name\":\"Chi\"}")), 201);
        assertThat(payee.path("state").asText()).isEqualTo("invited");
        assertThat(payee.path("onboardingUrl").asText()).contains("token=");
        UUID id = UUID.fromString(payee.path("id").asText());
        JsonNode ready = json(edge.guest("/sandbox/payees/" + id).post(Entity.json("{}")), 200);
        assertThat(ready.path("state").asText()).isEqualTo("ready");
        assertThat(json(edge.as(ana, "/api/v1/payees/" + id).get(), 200)
                        .path("state")
                        .asText())
                .isEqualTo("ready");
        json(edge.guest("/api/v1/payees/" + id).get(), 401);
        UUID proposal = edge.house.ids.newId();
        Payout payout =
                edge.house.order.order(edge.house.pool, proposal, new Action.Pay(id, Money.of(4000, "EUR"), "A room"));
        assertThat(edge.page(NOBODY, "/payouts/" + payout.id()))
                .contains("Set aside")
                .contains("/proposals/" + proposal);
        edge.house.work();
        assertThat(edge.page(NOBODY, "/payouts/" + payout.id()))
                .contains("\u20ac40.00 to Chi")
                .contains("Paid");
        assertThat(edge.page(NOBODY, "/pools/sunday-readers/payouts")).contains("A room");
        JsonNode list = json(edge.guest("/api/v1/pools/sunday-readers/payouts").get(), 200);
        assertThat(list.path("items").path(0).path("state").asText()).isEqualTo("paid");
        assertThat(json(edge.guest("/api/v1/payouts/" + payout.id()).get(), 200)
                        .path("proposal")
                        .asText())
                .isEqualTo(proposal.toString());
    }

    @Test
    void whatBefallsAPaymentIsPlayedByAddress() {
        String card = address(contribute("20"));
        String id = card.substring(card.indexOf("cs_sandbox_") + "cs_sandbox_".length());
        String address = "/sandbox/contributions/" + id;
        assertThat(posted(address + "/dispute", "{\"outcome\":\"opened\"}")).isEqualTo(422);
        pay(card, "4242 4242 4242 4242").close();

        json(edge.guest(address + "/refund").post(Entity.json("{\"amountMinor\":500}")), 200);
        json(edge.guest(address + "/dispute").post(Entity.json("{\"outcome\":\"lost\"}")), 200);

        assertThat(edge.house.sandbox.readPayment("pi_sandbox_" + id, Optional.empty()))
                .hasValueSatisfying(facts -> {
                    assertThat(facts.refunds()).hasSize(1);
                    assertThat(facts.disputes()).hasSize(1);
                });
        assertThat(posted(address + "/dispute", "{\"outcome\":\"maybe\"}")).isEqualTo(422);
        assertThat(posted(address + "/refund", "{\"amountMinor\":0}")).isEqualTo(422);
    }

    @Test
    void aBankAccountPaysDaysLaterAndThePageSaysSo() {
        String card = address(contribute("20"));
        assertThat(address(pay(card, "DE89370400440532013000"))).contains("/contributions/");
        assertThat(edge.page(NOBODY, card)).contains("The bank needs some days");
    }

    @Test
    void aRecurringPayersCardIsChangedOnAPageOfItsOwn() {
        edge.house.sandbox.createRecurring(new RecurringRequest(
                "w-1",
                500,
                Currency.getInstance("EUR"),
                RecurringRequest.Every.MONTH,
                "Sunday Readers",
                Optional.empty(),
                "https://pools.example/ok",
                "https://pools.example/back",
                Optional.empty()));
        edge.house.sandbox.pay("cs_sandbox_w-1", "4000000000000341");
        String page = "/sandbox/card/cus_sandbox_w-1";
        assertThat(edge.page(NOBODY, page)).contains("Sunday Readers").contains("\u20ac5.00");
        Form declined = new Form("card", "4000000000009995");
        assertThat(edge.guest(page).post(Entity.form(declined)).readEntity(String.class))
                .contains("not enough money on that card");
        Form good = new Form("card", "4242424242424242");
        assertThat(edge.guest(page).post(Entity.form(good)).readEntity(String.class))
                .contains("This card is charged from now on");
        assertThat(edge.guest("/sandbox/card/cus_sandbox_w-9").get().getStatus())
                .isEqualTo(404);
    }

    private int posted(String address, String body) {
        try (Response response = edge.guest(address).post(Entity.json(body))) {
            return response.getStatus();
        }
    }

    private Response contribute(String amount) {
        Form form = new Form("id", FORM_ID).param("amount", amount).param("choice", "10.00");
        return edge.guest("/pools/sunday-readers/contribute").post(Entity.form(form));
    }

    private Response pay(String card, String number) {
        Form form = new Form("card", number).param("expiry", "12/34").param("cvc", "123");
        return edge.guest(card).post(Entity.form(form));
    }

    private JsonNode card(String contribution, String body) {
        return json(edge.guest("/sandbox/checkouts/" + contribution).post(Entity.json(body)), 200);
    }

    private static String address(Response response) {
        try (response) {
            assertThat(response.getStatus()).isEqualTo(303);
            return response.getHeaderString("Location");
        }
    }

    private static JsonNode json(Response response, int status) {
        try (response) {
            JsonNode json = response.readEntity(JsonNode.class);
            assertThat(response.getStatus()).as(String.valueOf(json)).isEqualTo(status);
            return json;
        }
    }
}
