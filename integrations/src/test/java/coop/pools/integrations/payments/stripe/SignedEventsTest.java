package coop.pools.integrations.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.NotPaid;
import coop.pools.integrations.payments.PaymentEvent.Other;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.integrations.payments.PaymentEvent.PayeeChanged;
import coop.pools.integrations.payments.PaymentEvent.PaymentTouched;
import coop.pools.integrations.payments.PaymentEvent.TransferChanged;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.SignatureMismatch;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.UnreadableEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedEventsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1795348800);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String SESSION = "'id':'cs_1','object':'checkout.session','mode':'payment','currency':'eur',"
            + "'amount_total':2500,'payment_intent':'pi_1','metadata':{'contribution_id':'c-1'}";
    private static final String CHARGE = "'id':'ch_1','object':'charge','currency':'eur','amount':2500,"
            + "'payment_intent':'pi_1','metadata':{'contribution_id':'c-1'},'captured':true";
    private static final String TRANSFER = "'id':'tr_1','object':'transfer','currency':'eur','amount':900,"
            + "'destination':'acct_1','metadata':{'payout_id':'p-1'}";

    private final SignedEvents events =
            new SignedEvents(EventSecrets.parse("whsec_p", "whsec_c"), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whileSecretsRollEventsSignedByTheOldOneStillArrive() {
        byte[] body =
                "{'id':'evt_1','type':'charge.updated'}".replace('\'', '"').getBytes(UTF_8);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        String byOld = new SignedEvents(EventSecrets.parse("whsec_old", "whsec_c"), clock).sign(body, false);
        SignedEvents rolling = new SignedEvents(EventSecrets.parse("whsec_new,whsec_old", "whsec_c"), clock);
        assertThat(rolling.read(body, byOld, false).eventId()).isEqualTo("evt_1");
        assertThat(rolling.read(body, rolling.sign(body, false), false).eventId())
                .isEqualTo("evt_1");
        SignedEvents rolled = new SignedEvents(EventSecrets.parse("whsec_new", "whsec_c"), clock);
        assertThat(rolled.read(body, rolling.sign(body, false), false).eventId())
                .isEqualTo("evt_1");
        assertThatThrownBy(() -> rolled.read(body, byOld, false)).isInstanceOf(SignatureMismatch.class);
    }

    @Test
    void eventOfThePlatformIsRefusedAtTheEndpointForOtherAccountsAndTheReverse() {
        byte[] body =
                "{'id':'evt_1','type':'charge.updated'}".replace('\'', '"').getBytes(UTF_8);
        String platform = events.sign(body, false);
        String connect = events.sign(body, true);
        assertThatThrownBy(() -> events.read(body, platform, true)).isInstanceOf(SignatureMismatch.class);
        assertThatThrownBy(() -> events.read(body, connect, false)).isInstanceOf(SignatureMismatch.class);
    }

    @Test
    void eventOfTheOtherModeIsNeverActedOn() {
        SignedEvents live =
                new SignedEvents(EventSecrets.parse("whsec_p", "whsec_c"), Clock.fixed(NOW, ZoneOffset.UTC), true);
        for (boolean told : new boolean[] {true, false}) {
            byte[] body = ("{'id':'evt_1','type':'checkout.session.completed','livemode':" + told
                            + ",'data':{'object':{" + SESSION + ",'payment_status':'paid'}}}")
                    .replace('\'', '"')
                    .getBytes(UTF_8);
            PaymentEvent inLive = live.read(body, live.sign(body, false), false);
            PaymentEvent inTest = events.read(body, events.sign(body, false), false);
            assertThat(inLive).isInstanceOf(told ? Paid.class : PaymentEvent.OtherMode.class);
            assertThat(inTest).isInstanceOf(told ? PaymentEvent.OtherMode.class : Paid.class);
        }
    }

    @Test
    void completedAndPaidSessionIsPaid() {
        assertThat(read("checkout.session.completed", SESSION + ",'payment_status':'paid'"))
                .isEqualTo(new Paid(
                        "evt_1",
                        "checkout.session.completed",
                        Instant.ofEpochSecond(1795348700),
                        "c-1",
                        "pi_1",
                        2500,
                        EUR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void completedButUnpaidSessionIsNotPaidYet() {
        assertThat(read("checkout.session.completed", SESSION + ",'payment_status':'unpaid'"))
                .isInstanceOf(PaymentTouched.class);
        assertThat(read("checkout.session.completed", SESSION)).isInstanceOf(PaymentTouched.class);
    }

    @Test
    void laterSuccessOfAnAsynchronousMethodIsPaid() {
        assertThat(read("checkout.session.async_payment_succeeded", SESSION + ",'payment_status':'paid'"))
                .isInstanceOf(Paid.class);
    }

    @Test
    void failedAndExpiredPagesAreNotPaid() {
        assertThat(((NotPaid) read("checkout.session.async_payment_failed", SESSION)).expired())
                .isFalse();
        NotPaid expired = (NotPaid) read("checkout.session.expired", SESSION);
        assertThat(expired.expired()).isTrue();
        assertThat(expired.contributionId()).isEqualTo("c-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscription", "setup"})
    void pagesOfOtherModesAreNoContribution(String mode) {
        String session = SESSION.replace("'mode':'payment'", "'mode':'" + mode + "'") + ",'payment_status':'paid'";
        assertThat(read("checkout.session.completed", session)).isInstanceOf(Other.class);
        assertThat(read("checkout.session.expired", session)).isInstanceOf(Other.class);
    }

    @Test
    void settlementIsReadWhereTheEventCarriesIt() {
        String transaction = "{'id':'txn_1','fee':63,'currency':'eur','available_on':1795348900}";
        Optional<Settlement> settlement =
                Optional.of(new Settlement(63, EUR, Instant.ofEpochSecond(1795348900), "txn_1"));
        String session = SESSION.replace(
                "'pi_1'", "{'id':'pi_1','latest_charge':{'id':'ch_1','balance_transaction':" + transaction + "}}");
        Paid bySession = (Paid) read("checkout.session.completed", session + ",'payment_status':'paid'");
        assertThat(bySession.paymentId()).isEqualTo("pi_1");
        assertThat(bySession.settlement()).isEqualTo(settlement);

        Paid byCharge = (Paid) read("charge.succeeded", CHARGE + ",'paid':true,'balance_transaction':" + transaction);
        assertThat(byCharge.settlement()).isEqualTo(settlement);
    }

    @Test
    void succeededIntentWithOurMetadataIsPaid() {
        String intent = "'id':'pi_1','object':'payment_intent','currency':'jpy','amount':700,'amount_received':700,"
                + "'latest_charge':'ch_1','metadata':{'contribution_id':'c-1'}";
        Paid paid = (Paid) read("payment_intent.succeeded", intent);
        assertThat(paid.paymentId()).isEqualTo("pi_1");
        assertThat(paid.amountMinor()).isEqualTo(700);
        assertThat(paid.currency()).isEqualTo(Currency.getInstance("JPY"));
        assertThat(read("payment_intent.succeeded", intent.replace("contribution_id", "order")))
                .isInstanceOf(Other.class);
        assertThat(read("payment_intent.payment_failed", intent)).isInstanceOf(PaymentTouched.class);
    }

    @Test
    void succeededChargeWithOurMetadataIsPaidUnderItsIntent() {
        Paid paid = (Paid) read("charge.succeeded", CHARGE + ",'paid':true,'balance_transaction':'txn_1'");
        assertThat(paid.paymentId()).isEqualTo("pi_1");
        assertThat(paid.settlement()).isEmpty();
        assertThat(read("charge.succeeded", CHARGE + ",'paid':false")).isInstanceOf(Other.class);
    }

    @Test
    void chosenReferenceAloneMakesNoContribution() {
        String session = SESSION.replace("'metadata':{'contribution_id':'c-1'}", "'client_reference_id':'c-1'");
        assertThat(read("checkout.session.completed", session + ",'payment_status':'paid'"))
                .isInstanceOf(Other.class);
    }

    @Test
    void moneyOnAnotherAccountSaysOnWhich() {
        String charge = CHARGE + ",'paid':true";
        assertThat(readConnect(event("charge.succeeded", charge))).isInstanceOf(Other.class);
        String withAccount = event("charge.succeeded", charge).replace("'livemode'", "'account':'acct_9','livemode'");
        assertThat(((Paid) readConnect(withAccount)).account()).contains("acct_9");
        assertThat(((Paid) readPlatform(withAccount)).account()).contains("acct_9");
        assertThat(((Paid) read("charge.succeeded", charge)).account()).isEmpty();
        String expired =
                event("checkout.session.expired", SESSION).replace("'livemode'", "'account':'acct_9','livemode'");
        assertThat(((NotPaid) readConnect(expired)).account()).contains("acct_9");
        String transfer = event("transfer.created", TRANSFER).replace("'livemode'", "'account':'acct_9','livemode'");
        assertThat(readConnect(transfer)).isInstanceOf(Other.class);
        assertThat(readConnect(event("transfer.created", TRANSFER))).isInstanceOf(Other.class);
    }

    @Test
    void transfersOfPayoutsAreReadAndOthersAreNot() {
        assertThat(((TransferChanged) read("transfer.created", TRANSFER)).transfer())
                .isEqualTo(new TransferReceipt("tr_1", "p-1", "acct_1", 900, EUR, false));
        assertThat(((TransferChanged) read("transfer.reversed", TRANSFER + ",'reversed':true"))
                        .transfer()
                        .reversed())
                .isTrue();
        assertThat(((TransferChanged) read("transfer.updated", TRANSFER + ",'reversed':false,'amount_reversed':100"))
                        .transfer()
                        .reversed())
                .isFalse();
        assertThat(read("transfer.created", TRANSFER.replace("payout_id", "payout")))
                .isInstanceOf(Other.class);
    }

    @Test
    void accountsOfPayeesChangeByOldAndByThinEvents() {
        PaymentEvent old = readConnect(event("account.updated", "'id':'acct_1','object':'account'"));
        assertThat(((PayeeChanged) old).accountId()).isEqualTo("acct_1");
        String thin = "{'id':'evt_2','object':'v2.core.event','created':'2026-11-22T11:00:00.000Z','context':null,"
                + "'type':'v2.core.account[configuration.recipient].capability_status_updated',"
                + "'related_object':{'id':'acct_2','type':'v2.core.account'}}";
        PayeeChanged changed = (PayeeChanged) readConnect(thin);
        assertThat(changed.accountId()).isEqualTo("acct_2");
        assertThat(changed.createdAt()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(readConnect(thin.replace("v2.core.account[configuration.recipient]", "v2.core.account_person")))
                .isInstanceOf(Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2019-02-19'", "null", "'2026-07-29.dahlia'"})
    void anyApiVersionIsRead(String version) {
        String event = event("checkout.session.completed", SESSION + ",'payment_status':'paid'")
                .replace("'livemode'", "'api_version':" + version + ",'livemode'");
        assertThat(readPlatform(event)).isInstanceOf(Paid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "99999999999999999", "'yesterday'", "{}"})
    void timesThatAreNoneAreReplacedOrLeftOut(String time) {
        String transaction = "{'id':'txn_1','fee':63,'currency':'eur','available_on':" + time + "}";
        String event = event("charge.succeeded", CHARGE + ",'paid':true,'balance_transaction':" + transaction)
                .replace("1795348700", time);
        Paid paid = (Paid) readPlatform(event);
        assertThat(paid.createdAt()).isEqualTo(NOW);
        assertThat(paid.settlement()).isEmpty();
    }

    @Test
    void unknownTypesAreKeptAsOthers() {
        assertThat(read("balance.available", "'object':'balance'"))
                .isEqualTo(new Other("evt_1", "balance.available", Instant.ofEpochSecond(1795348700)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'data':null",
                "'data':{}",
                "'data':{'object':null}",
                "'data':{'object':[]}",
                "'data':{'object':{'metadata':null,'mode':null,'payment_status':null}}",
                "'data':{'object':{'metadata':{'contribution_id':7}}}",
                "'data':7,'created':null,'account':null,'request':null"
            })
    void missingPartsAreNoError(String data) {
        for (String type : new String[] {
            "checkout.session.completed",
            "checkout.session.expired",
            "payment_intent.succeeded",
            "charge.succeeded",
            "charge.refunded",
            "charge.refund.updated",
            "charge.dispute.closed",
            "refund.failed",
            "customer.subscription.updated",
            "invoice.paid",
            "invoice_payment.paid",
            "transfer.created",
            "account.updated",
            "v2.core.account.closed"
        }) {
            assertThat(readPlatform("{'id':'evt_1','type':'" + type + "'," + data + "}"))
                    .isInstanceOf(Other.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'amount_total':2500,|",
                "'amount_total':2500|'amount_total':25.5",
                "'amount_total':2500|'amount_total':'2500'",
                "'amount_total':2500|'amount_total':0",
                "'amount_total':2500|'amount_total':99999999999999999999",
                "'currency':'eur'|'currency':null",
                "'currency':'eur'|'currency':'xxx'",
                "'payment_intent':'pi_1'|'payment_intent':null"
            })
    void ourMoneyWithoutItsPartsIsSetAside(String change) {
        String[] parts = change.split("\\|", 2);
        String session = SESSION.replace(parts[0], parts[1]) + ",'payment_status':'paid'";
        assertThatThrownBy(() -> read("checkout.session.completed", session))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("evt_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "{'id':'evt_1'}",
                "{'type':'x'}",
                "{'id':'','type':'x'}",
                "{'id':'evt_1','type':'x'} {}",
                "{'id':'evt_1','id':'evt_2','type':'x'}",
                "{'id':'evt_1\\u0000','type':'x'}",
                "{'id':'evt_1','type':'x','data':{'object':{'id':'\\u0000'}}}",
                "hello <b>Ana</b>"
            })
    void signedNonsenseIsUnreadable(String body) {
        assertThatThrownBy(() -> readPlatform(body))
                .isInstanceOf(UnreadableEvent.class)
                .message()
                .doesNotContain("Ana");
    }

    @Test
    void namesThatAreTooLongAreUnreadable() {
        for (String field : List.of("id", "type")) {
            String other = field.equals("id") ? "type" : "id";
            String body = "{'" + other + "':'x','" + field + "':'" + "x".repeat(256) + "'}";
            byte[] bytes = body.replace('\'', '"').getBytes(UTF_8);
            assertThatThrownBy(() -> events.read(bytes, events.sign(bytes, false), false))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining(field);
        }
    }

    @Test
    void deeplyNestedBodyIsUnreadable() {
        assertThatThrownBy(() -> readPlatform("{'id':".repeat(5000))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void eachEndpointHasSecretsOfItsOwn() {
        byte[] body = bytes(event("account.updated", "'id':'acct_1'"));
        assertThatThrownBy(() -> events.read(body, events.sign(body, true), false))
                .isInstanceOf(SignatureMismatch.class);
        assertThatThrownBy(() -> events.read(body, events.sign(body, false), true))
                .isInstanceOf(SignatureMismatch.class);
        assertThatThrownBy(() -> events.read(body, null, true)).isInstanceOf(SignatureMismatch.class);
    }

    private PaymentEvent read(String type, String object) {
        return readPlatform(event(type, object));
    }

    private PaymentEvent readPlatform(String json) {
        byte[] body = bytes(json);
        return events.read(body, events.sign(body, false), false);
    }

    private PaymentEvent readConnect(String json) {
        byte[] body = bytes(json);
        return events.read(body, events.sign(body, true), true);
    }

    private static String event(String type, String object) {
        return "{'id':'evt_1','object':'event','type':'" + type
                + "','created':1795348700,'livemode':false,'data':{'object':{" + object + "}}}";
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
