package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxFixture.EUR;
import static coop.pools.integrations.payments.sandbox.SandboxFixture.PLATFORM;
import static coop.pools.integrations.payments.sandbox.SandboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.RecurringTouched;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringFacts.Charge;
import coop.pools.integrations.payments.RecurringFacts.ChargeState;
import coop.pools.integrations.payments.RecurringFacts.State;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.integrations.payments.RecurringRequest.Every;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxSubscriptionsTest {
    private static final String SUBSCRIPTION = "sub_sandbox_w-1";
    private static final String PAYS = "4242424242424242";
    private static final Duration MONTH = Duration.ofDays(31);

    private final SandboxFixture house = new SandboxFixture();
    private final SandboxPaymentProcessor sandbox = house.sandbox;

    @Test
    void firstPaymentBeginsIt() {
        PayResult begun = begin(PAYS, Every.MONTH);

        assertThat(house.read(begun.events()))
                .filteredOn(RecurringTouched.class::isInstance)
                .extracting(PaymentEvent::type)
                .containsExactly("customer.subscription.created", "checkout.session.completed", "invoice.paid");
        assertThat(sandbox.readCheckout("cs_sandbox_w-1").orElseThrow().subscriptionId())
                .contains(SUBSCRIPTION);
        RecurringFacts facts = facts();
        assertThat(facts.recurringId()).isEqualTo("w-1");
        assertThat(facts.state()).isEqualTo(State.ACTIVE);
        assertThat(facts.nextAt()).contains(Instant.parse("2026-12-22T12:00:00Z"));
        assertThat(facts.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.state()).isEqualTo(ChargeState.PAID);
            assertThat(sandbox.readPayment(charge.paymentId().orElseThrow(), PLATFORM)
                            .orElseThrow()
                            .amountMinor())
                    .isEqualTo(500);
        });
        assertThat(house.balance()).isEqualTo(500 - 33);
    }

    @Test
    void itRenewsByTheClockAndOncePerPeriodHoweverFarTheClockJumps() {
        begin(PAYS, Every.MONTH);
        List<PaymentEvent> told = house.after(MONTH.multipliedBy(3));
        assertThat(told)
                .extracting(PaymentEvent::type)
                .filteredOn("invoice.paid"::equals)
                .hasSize(3);
        assertThat(facts().charges()).hasSize(4).allMatch(charge -> charge.state() == ChargeState.PAID);
        assertThat(facts().charges().get(0).createdAt()).isEqualTo(Instant.parse("2027-02-22T12:00:00Z"));
        assertThat(house.balance()).isEqualTo(4 * (500 - 33));
        assertThat(house.after(Duration.ZERO)).isEmpty();
    }

    @Test
    void yearIsAYear() {
        begin(PAYS, Every.YEAR);
        assertThat(house.after(Duration.ofDays(364))).isEmpty();
        assertThat(house.after(Duration.ofDays(1))).isNotEmpty();
    }

    @Test
    void taskThatWasNotDoneTellsTheSameAgain() {
        begin(PAYS, Every.MONTH);
        house.clock.advance(MONTH);
        List<PaymentEvent> first = house.read(sandbox.due(10).get(0).events());
        List<PaymentEvent> second = house.read(house.node().due(10).get(0).events());
        assertThat(second).isEqualTo(first).isNotEmpty();
        assertThat(facts().charges()).hasSize(2);
    }

    @Test
    void declinedRenewalIsTriedAgainAndPaidThen() {
        begin("5105105105105100", Every.MONTH);
        List<PaymentEvent> declined = house.after(Duration.ofDays(30));
        assertThat(declined).extracting(PaymentEvent::type).contains("invoice.payment_failed");
        assertThat(facts().state()).isEqualTo(State.PAST_DUE);
        Charge open = facts().charges().get(0);
        assertThat(open.state()).isEqualTo(ChargeState.OPEN);
        assertThat(open.retryAt()).contains(START.plus(Duration.ofDays(33)));
        assertThat(open.payUrl()).contains("https://pools.test/sandbox/card/cus_sandbox_w-1");

        house.after(Duration.ofDays(3));

        assertThat(facts().state()).isEqualTo(State.ACTIVE);
        assertThat(facts().charges().get(0).attempts()).isEqualTo(2);
        assertThat(facts().charges().get(0).paymentId()).contains("pi_sandbox_w-1_2");
    }

    @Test
    void renewalsThatNeverSucceedEndIt() {
        begin("4000000000000341", Every.MONTH);
        List<PaymentEvent> told = house.after(Duration.ofDays(60));
        assertThat(told).extracting(PaymentEvent::type).contains("customer.subscription.deleted");
        assertThat(facts().state()).isEqualTo(State.ENDED);
        assertThat(facts().charges()).hasSize(2);
        assertThat(facts().charges().get(0).state()).isEqualTo(ChargeState.DROPPED);
        assertThat(facts().endsAt()).contains(START.plus(Duration.ofDays(30 + 3 + 5 + 7)));
    }

    @Test
    void anotherCardPaysWhatIsOpen() {
        begin("4000000000000341", Every.MONTH);
        house.after(MONTH);
        assertThat(sandbox.cardPage("cus_sandbox_w-1", "https://pools.test/back", PLATFORM))
                .isEqualTo("https://pools.test/sandbox/card/cus_sandbox_w-1");
        assertThat(sandbox.customer("cus_sandbox_w-1")).isPresent();
        assertThat(sandbox.changeCard(SUBSCRIPTION, "4000000000000002").status())
                .isEqualTo(PayResult.Status.DECLINED);

        PayResult changed = sandbox.changeCard(SUBSCRIPTION, PAYS);

        assertThat(house.read(changed.events())).extracting(PaymentEvent::type).contains("invoice.paid");
        assertThat(facts().state()).isEqualTo(State.ACTIVE);
        assertThat(house.after(MONTH)).extracting(PaymentEvent::type).contains("invoice.paid");
        assertThat(facts().charges()).hasSize(3).allMatch(charge -> charge.state() == ChargeState.PAID);
    }

    @Test
    void pausedPeriodsAreDroppedAndLaterOnesPaid() {
        begin(PAYS, Every.MONTH);
        assertThat(sandbox.pauseRecurring(SUBSCRIPTION, "k-1", PLATFORM).state())
                .isEqualTo(State.PAUSED);
        assertThat(house.after(MONTH)).extracting(PaymentEvent::type).contains("invoice.voided");
        sandbox.resumeRecurring(SUBSCRIPTION, "k-2", PLATFORM);
        house.after(MONTH);
        assertThat(facts().charges())
                .extracting(Charge::state)
                .containsExactly(ChargeState.PAID, ChargeState.DROPPED, ChargeState.PAID);
    }

    @Test
    void amountChangesFromTheNextPeriodOn() {
        begin(PAYS, Every.MONTH);
        assertThat(sandbox.changeRecurringAmount(SUBSCRIPTION, 900, EUR, "k-1", PLATFORM)
                        .amountMinor())
                .isEqualTo(900);
        house.after(MONTH);
        assertThat(facts().charges()).extracting(Charge::amountMinor).containsExactly(900L, 500L);
    }

    @Test
    void itEndsAtOnceOrWithItsPeriod() {
        begin(PAYS, Every.MONTH);
        RecurringFacts ending = sandbox.cancelRecurringAtPeriodEnd(SUBSCRIPTION, "k-1", PLATFORM);
        assertThat(ending.state()).isEqualTo(State.ACTIVE);
        assertThat(ending.nextAt()).isEmpty();
        assertThat(ending.endsAt()).contains(Instant.parse("2026-12-22T12:00:00Z"));
        assertThat(house.after(MONTH)).extracting(PaymentEvent::type).contains("customer.subscription.deleted");
        assertThat(facts().state()).isEqualTo(State.ENDED);
        assertThat(facts().charges()).hasSize(1);

        Optional<Instant> endedAt = facts().endsAt();
        house.clock.advance(MONTH);
        assertThat(sandbox.cancelRecurring(SUBSCRIPTION, "k-2", PLATFORM).endsAt())
                .isEqualTo(endedAt);
        assertThatThrownBy(() -> sandbox.pauseRecurring(SUBSCRIPTION, "k-3", PLATFORM))
                .isInstanceOf(PaymentFailure.class);
    }

    @Test
    void bankAccountBeginsNothing() {
        assertThat(begin("DE89370400440532013000", Every.MONTH).code()).isEqualTo("payment_method_unavailable");
        assertThat(sandbox.readRecurring(SUBSCRIPTION, PLATFORM)).isEmpty();
    }

    private PayResult begin(String card, Every every) {
        sandbox.createRecurring(new RecurringRequest(
                "w-1",
                500,
                EUR,
                every,
                "Friends",
                Optional.empty(),
                "https://pools.test/ok",
                "https://pools.test/back",
                PLATFORM));
        return sandbox.pay("cs_sandbox_w-1", card);
    }

    private RecurringFacts facts() {
        return sandbox.readRecurring(SUBSCRIPTION, PLATFORM).orElseThrow();
    }
}
