package coop.pools.integrations.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.DisputeChanged;
import coop.pools.integrations.payments.PaymentEvent.Other;
import coop.pools.integrations.payments.PaymentEvent.PaymentTouched;
import coop.pools.integrations.payments.PaymentEvent.RecurringTouched;
import coop.pools.integrations.payments.PaymentEvent.RefundChanged;
import coop.pools.integrations.payments.RefundFact;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to money after it was paid, as events tell it. */
class MoneyEventsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1795348800);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String REFUND = "'id':'re_1','object':'refund','amount':501,'currency':'eur',"
            + "'charge':'ch_1','payment_intent':'pi_1','balance_transaction':'txn_2','reason':null,"
            + "'metadata':{'refund_id':'r-1'}";
    private static final String TAKEN = "{'id':'txn_3','object':'balance_transaction','amount':-10000,'fee':2000,"
            + "'net':-12000,'currency':'eur','reporting_category':'dispute'}";
    private static final String GIVEN_BACK = "{'id':'txn_4','object':'balance_transaction','amount':10000,'fee':0,"
            + "'net':10000,'currency':'eur','reporting_category':'dispute_reversal'}";
    private static final String DISPUTE = "'id':'du_1','object':'dispute','amount':10000,'currency':'eur',"
            + "'charge':'ch_1','payment_intent':'pi_1','reason':'fraudulent',"
            + "'evidence_details':{'due_by':1796000000,'has_evidence':false}";

    private final SignedEvents events =
            new SignedEvents(EventSecrets.parse("whsec_p", "whsec_c"), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"refund.created", "refund.updated", "charge.refund.updated"})
    void refundIsToldWhoeverMadeIt(String type) {
        assertThat(((RefundChanged) read(type, REFUND + ",'status':'succeeded'")).refund())
                .isEqualTo(new RefundFact(
                        "re_1",
                        "pi_1",
                        Optional.of("r-1"),
                        501,
                        EUR,
                        RefundFact.State.SUCCEEDED,
                        Optional.of("txn_2"),
                        Optional.empty(),
                        Optional.empty()));
        RefundChanged elsewhere =
                (RefundChanged) read(type, REFUND.replace("{'refund_id':'r-1'}", "{}") + ",'status':'succeeded'");
        assertThat(elsewhere.refund().ours()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "requires_action, PENDING",
        "succeeded, SUCCEEDED",
        "failed, FAILED",
        "canceled, FAILED",
        "something_new, PENDING"
    })
    void everyStateOfARefundIsOneOfThree(String status, RefundFact.State state) {
        RefundChanged changed = (RefundChanged) read("refund.updated", REFUND + ",'status':'" + status + "'");
        assertThat(changed.refund().state()).isEqualTo(state);
    }

    @Test
    void failedRefundTellsTheMoneyThatCameBack() {
        RefundChanged failed = (RefundChanged)
                read("refund.failed", REFUND + ",'status':'failed','failure_balance_transaction':'txn_9'");
        assertThat(failed.refund().failureTransactionId()).contains("txn_9");
    }

    @Test
    void refundsOfOtherThingsAreNoneOfOurs() {
        assertThat(read("refund.created", REFUND.replace("'pi_1'", "null"))).isInstanceOf(Other.class);
        assertThat(read("refund.created", REFUND.replace("'eur'", "'bgn'"))).isInstanceOf(Other.class);
    }

    @Test
    void disputeTellsWhatItTookAndGaveBack() {
        DisputeChanged won = (DisputeChanged) read(
                "charge.dispute.closed",
                DISPUTE + ",'status':'won','balance_transactions':[" + TAKEN + "," + GIVEN_BACK + "]");
        assertThat(won.dispute())
                .isEqualTo(new DisputeFact(
                        "du_1",
                        "pi_1",
                        10_000,
                        EUR,
                        DisputeFact.State.WON,
                        "fraudulent",
                        Optional.of(Instant.ofEpochSecond(1796000000)),
                        List.of(
                                new DisputeFact.Movement("txn_3", -10_000, 2000),
                                new DisputeFact.Movement("txn_4", 10_000, 0)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "warning_needs_response, WARNING",
        "warning_under_review, WARNING",
        "warning_closed, WON",
        "needs_response, OPEN",
        "under_review, OPEN",
        "won, WON",
        "lost, LOST",
        "prevented, WON"
    })
    void everyStateOfADisputeIsOneOfFour(String status, DisputeFact.State state) {
        DisputeChanged changed =
                (DisputeChanged) read("charge.dispute.updated", DISPUTE + ",'status':'" + status + "'");
        assertThat(changed.dispute().state()).isEqualTo(state);
        assertThat(changed.dispute().movements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge.refunded", "charge.updated"})
    void changedChargeSaysWhichPaymentToReadAnew(String type) {
        PaymentTouched touched = (PaymentTouched) read(type, "'id':'ch_1','object':'charge','payment_intent':'pi_1'");
        assertThat(touched.paymentId()).isEqualTo("pi_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment_intent.payment_failed", "payment_intent.processing", "payment_intent.canceled"})
    void intentIsToReadAnewWhenItIsOurs(String type) {
        String intent = "'id':'pi_1','object':'payment_intent','metadata':{'contribution_id':'c-1'}";
        assertThat(((PaymentTouched) read(type, intent)).paymentId()).isEqualTo("pi_1");
        assertThat(read(type, intent.replace("contribution_id", "order"))).isInstanceOf(Other.class);
        assertThat(read("payment_intent.created", intent)).isInstanceOf(Other.class);
    }

    @Test
    void pageThatBeganASubscriptionTouchesIt() {
        RecurringTouched begun = (RecurringTouched) read(
                "checkout.session.completed",
                "'id':'cs_1','mode':'subscription','payment_status':'paid','subscription':'sub_1',"
                        + "'metadata':{'recurring_id':'w-1'}");
        assertThat(begun.subscriptionId()).isEqualTo("sub_1");
        assertThat(begun.recurringId()).contains("w-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.subscription.created",
                "customer.subscription.updated",
                "customer.subscription.deleted",
                "customer.subscription.paused"
            })
    void changedSubscriptionIsReadAnew(String type) {
        RecurringTouched touched =
                (RecurringTouched) read(type, "'id':'sub_1','metadata':{'recurring_id':'w-1'},'status':'active'");
        assertThat(touched.recurringId()).contains("w-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.paid", "invoice.payment_failed", "invoice.voided", "invoice.updated"})
    void billTouchesItsSubscription(String type) {
        RecurringTouched touched = (RecurringTouched) read(
                type,
                "'id':'in_1','object':'invoice','parent':{'type':'subscription_details','subscription_details':"
                        + "{'subscription':'sub_1','metadata':{'recurring_id':'w-1'}}}");
        assertThat(touched.subscriptionId()).isEqualTo("sub_1");
        assertThat(touched.recurringId()).contains("w-1");
        assertThat(read(type, "'id':'in_1','parent':null")).isInstanceOf(Other.class);
    }

    @Test
    void eventOfAPoolsOwnAccountSaysSo() {
        byte[] body = ("{'id':'evt_1','type':'refund.created','account':'acct_7','data':{'object':{" + REFUND + "}}}")
                .replace('\'', '"')
                .getBytes(UTF_8);
        RefundChanged changed = (RefundChanged) events.read(body, events.sign(body, true), true);
        assertThat(changed.refund().account()).contains("acct_7");
    }

    @Test
    void amountsOfSpecialCurrenciesAreOurs() {
        RefundChanged changed = (RefundChanged)
                read("refund.created", REFUND.replace("501", "50000").replace("'eur'", "'isk'"));
        assertThat(changed.refund().amountMinor()).isEqualTo(500);
    }

    private PaymentEvent read(String type, String object) {
        byte[] body = ("{'id':'evt_1','object':'event','type':'" + type
                        + "','created':1795348700,'livemode':false,'data':{'object':{" + object + "}}}")
                .replace('\'', '"')
                .getBytes(UTF_8);
        return events.read(body, events.sign(body, false), false);
    }
}
