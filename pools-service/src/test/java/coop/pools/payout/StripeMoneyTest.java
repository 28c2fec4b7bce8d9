package coop.pools.payout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.stripe.StripePaymentProcessor;
import coop.pools.integrations.payments.stripe.StripeSettings;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import coop.pools.treasury.CatchUpEvents;
import coop.pools.treasury.ReadLists;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.sql.SqlCursorStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money in and money out with the real adapter, against answers in Stripe's shapes. */
class StripeMoneyTest {
    @RegisterExtension
    static final WireMockExtension STRIPE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private TestDatabase db;
    private MoneyHouse house;

    @BeforeEach
    void open() {
        db = TestDatabases.h2();
        StripeSettings settings = new StripeSettings(
                "sk_test_1",
                Optional.of(STRIPE.baseUrl()),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                0,
                new EventSecrets(List.of(MoneyHouse.SECRET), List.of(MoneyHouse.CONNECT_SECRET)),
                FeeTable.defaults());
        house = new MoneyHouse(db, clock -> new StripePaymentProcessor(settings, clock));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aContributionIsPaidSettledAndReleased() {
        long free = house.clock.instant().plus(Duration.ofDays(3)).getEpochSecond();
        STRIPE.stubFor(post("/v1/checkout/sessions")
                .willReturn(json("{'id':'cs_1','object':'checkout.session','url':'https://checkout.test/cs_1',"
                        + "'expires_at':1795435200,'status':'open','payment_status':'unpaid'}")));
        STRIPE.stubFor(get(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(json("{'id':'pi_1','object':'payment_intent','status':'succeeded','latest_charge':"
                        + "{'id':'ch_1','object':'charge','balance_transaction':{'id':'txn_1',"
                        + "'object':'balance_transaction','amount':2500,'fee':63,'net':2437,'currency':'eur',"
                        + "'available_on':" + free + "}}}")));
        Contribution started = house.started(2500);
        assertThat(started.page().orElseThrow().url()).isEqualTo("https://checkout.test/cs_1");
        STRIPE.verify(postRequestedFor(urlPathEqualTo("/v1/checkout/sessions"))
                .withHeader("Idempotency-Key", equalTo(started.id().toString())));
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_1", 2500, "eur"));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.cents(Accounts.PENDING)).isEqualTo(2437);
        house.clock.advance(Duration.ofDays(3));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(2437);
    }

    @Test
    void anEventThatWasNotDeliveredIsTakenFromTheList() {
        STRIPE.stubFor(post("/v1/checkout/sessions")
                .willReturn(json("{'id':'cs_1','object':'checkout.session','url':'https://checkout.test/cs_1',"
                        + "'expires_at':1795435200,'status':'open','payment_status':'unpaid'}")));
        Contribution started = house.started(2500);
        STRIPE.stubFor(get(urlPathEqualTo("/v1/events"))
                .willReturn(json("{'object':'list','has_more':false,'url':'/v1/events','data':["
                        + "{'id':'evt_2','object':'event','type':'moon.risen','created':1772366400,'data':{}},"
                        + "{'id':'evt_1','object':'event','type':'charge.succeeded','created':1772366400,"
                        + "'data':{'object':{'id':'ch_1','object':'charge','currency':'eur','amount':2500,"
                        + "'paid':true,'captured':true,'payment_intent':'pi_1','metadata':{'contribution_id':'"
                        + started.id() + "'}}}}]}")));
        ReadLists lists = new ReadLists(db.transactions(), db.store(SqlCursorStore.class), house.clock);
        CatchUpEvents catchUp = new CatchUpEvents(
                lists, new CatchUpEvents.Source(house.processor, List::of), house.inbox, house.webhook, house.clock);
        assertThat(catchUp.run(100)).isEqualTo(2);
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2500);
        house.clock.advance(Duration.ofMinutes(10));
        assertThat(catchUp.run(100)).isZero();
    }

    @Test
    void aPayoutWithoutAClearAnswerIsSentAgainWithTheSameKey() {
        house.fill(10_000);
        STRIPE.stubFor(post("/v2/core/accounts").willReturn(json(account("pending"))));
        STRIPE.stubFor(post("/v2/core/account_links")
                .willReturn(json("{'object':'v2.core.account_link','url':'https://connect.test/l'}")));
        STRIPE.stubFor(get(urlPathEqualTo("/v2/core/accounts/acct_1")).willReturn(json(account("active"))));
        InvitePayee.Invited invited =
                house.invite.invite(house.member("Ana"), PayingOutTest.invitation(house, "Chi Nwosu"));
        String token = invited.onboardingUrl().split("token=")[1];
        assertThat(house.onboard.begin(invited.payee().id(), token, Optional.of("DE")))
                .isEqualTo("https://connect.test/l");
        Payout payout = PayingOutTest.order(house, invited.payee(), 900);
        STRIPE.stubFor(post("/v1/transfers")
                .inScenario("transfer")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500).withBody("{}"))
                .willSetStateTo("again"));
        STRIPE.stubFor(post("/v1/transfers")
                .inScenario("transfer")
                .whenScenarioStateIs("again")
                .willReturn(json("{'id':'tr_1','object':'transfer','amount':900,'currency':'eur',"
                        + "'destination':'acct_1','reversed':false,'metadata':{'payout_id':'" + payout.id() + "'}}")));
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.SENT);
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(PayingOutTest.present(house, payout).state()).isEqualTo(PayoutState.PAID);
        STRIPE.verify(
                2,
                postRequestedFor(urlPathEqualTo("/v1/transfers"))
                        .withHeader("Idempotency-Key", equalTo(payout.id().toString())));
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(900);
    }

    private static ResponseDefinitionBuilder json(String singleQuoted) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withHeader("Request-Id", "req_1")
                .withBody(singleQuoted.replace('\'', '"'));
    }

    private static String account(String transfers) {
        return "{'id':'acct_1','object':'v2.core.account','closed':false,'created':'2026-11-22T12:00:00Z',"
                + "'configuration':{'recipient':{'applied':true,'capabilities':{'stripe_balance':{'stripe_transfers':"
                + "{'status':'" + transfers + "','status_details':[]}}}}}}";
    }
}
