package coop.pools.integrations.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.DisputeChanged;
import coop.pools.integrations.payments.PaymentEvent.NotPaid;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.integrations.payments.PaymentEvent.PaymentTouched;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.SignatureMismatch;
import coop.pools.integrations.payments.sandbox.PayResult.Status;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxPaymentProcessorTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String PAGE = "cs_sandbox_c-1";
    private static final Settlement SETTLEMENT = new Settlement(63, EUR, START, "txn_sandbox_c-1");

    private final SteppingClock clock = new SteppingClock(START);
    private final SandboxState state = new InMemorySandboxState();
    private final SandboxPaymentProcessor sandbox = node();

    @Test
    void pageLivesUnderOurOwnAddressForADay() {
        assertThat(sandbox.createCheckout(order(2500)))
                .isEqualTo(new Checkout(
                        PAGE, "https://pools.test/sandbox/checkout/cs_sandbox_c-1", START.plus(Duration.ofDays(1))));
        assertThat(SandboxPaymentProcessor.checkoutOf("c-1")).isEqualTo(PAGE);
        assertThat(sandbox.checkout(PAGE).orElseThrow().filledSuccessUrl())
                .isEqualTo("https://pools.test/ok?s=cs_sandbox_c-1");
        assertThat(sandbox.readCheckout(PAGE))
                .contains(new CheckoutStatus(
                        PAGE,
                        CheckoutStatus.State.OPEN,
                        2500,
                        EUR,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(sandbox.readSettlement("pi_sandbox_c-1")).isEmpty();
    }

    @Test
    void whatIsPaidIsListedAlthoughTheProcessEndedBeforeItWasNoted() {
        sandbox.createCheckout(order(2500));
        assertThatThrownBy(() -> nodeOn(dying()).pay(PAGE, "4242424242424242")).hasMessage("killed");
        assertThat(sandbox.listBalanceTransactions(START, Optional.empty(), Optional.empty())
                        .items())
                .isEmpty();

        clock.advance(Duration.ofMinutes(1));

        assertThat(sandbox.due(10))
                .singleElement()
                .satisfies(task -> assertThat(task.events()).hasSize(3));
        assertThat(sandbox.listBalanceTransactions(START, Optional.empty(), Optional.empty())
                        .items())
                .hasSize(1);
    }

    @Test
    void sameContributionHasOnePage() {
        Checkout first = sandbox.createCheckout(order(2500));
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.createCheckout(order(2500))).isEqualTo(first);
        assertRejected("idempotency_error", () -> sandbox.createCheckout(order(2600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242", "378282246310005"})
    void goodCardPaysAndEveryEventTellsTheSameMoney(String card) {
        sandbox.createCheckout(order(2500));

        PayResult result = sandbox.pay(PAGE, card);

        assertThat(result.status()).isEqualTo(Status.APPROVED);
        assertThat(read(result))
                .extracting(PaymentEvent::type)
                .containsExactly("charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
        assertThat(read(result)).allSatisfy(event -> {
            Paid paid = (Paid) event;
            assertThat(paid.contributionId()).isEqualTo("c-1");
            assertThat(paid.paymentId()).isEqualTo("pi_sandbox_c-1");
            assertThat(paid.amountMinor()).isEqualTo(2500);
            assertThat(paid.currency()).isEqualTo(EUR);
            assertThat(paid.createdAt()).isEqualTo(START);
            assertThat(paid.settlement()).contains(SETTLEMENT);
        });
        assertThat(sandbox.readCheckout(PAGE))
                .contains(new CheckoutStatus(
                        PAGE,
                        CheckoutStatus.State.PAID,
                        2500,
                        EUR,
                        Optional.of("pi_sandbox_c-1"),
                        Optional.of(SETTLEMENT),
                        Optional.empty()));
        assertThat(sandbox.readSettlement("pi_sandbox_c-1")).contains(SETTLEMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, generic_decline",
        "4000000000009995, insufficient_funds",
        "4000000000000069, expired_card",
        "4111111111111111, test_mode_live_card"
    })
    void declinedCardLeavesThePageOpen(String card, String code) {
        sandbox.createCheckout(order(2500));

        PayResult result = sandbox.pay(PAGE, card);

        assertThat(result.status()).isEqualTo(Status.DECLINED);
        assertThat(result.code()).isEqualTo(code);
        assertThat(read(result)).singleElement().isInstanceOf(PaymentTouched.class);
        assertThat(sandbox.readCheckout(PAGE).orElseThrow().state()).isEqualTo(CheckoutStatus.State.OPEN);
        assertThat(sandbox.pay(PAGE, "4242424242424242").status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void eachDeclineIsAnEventOfItsOwn() {
        sandbox.createCheckout(order(2500));
        List<String> ids = IntStream.range(0, 2)
                .mapToObj(tries ->
                        read(sandbox.pay(PAGE, "4000000000000002")).get(0).eventId())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "1", "4242424242424241", "42424242424242424242424242", "card", "４２４２"})
    void whatIsNoCardNumberIsInvalidAndChangesNothing(String card) {
        sandbox.createCheckout(order(2500));
        PayResult result = sandbox.pay(PAGE, card);
        assertThat(result.status()).isEqualTo(Status.INVALID);
        assertThat(result.code()).isEqualTo("incorrect_number");
        assertThat(result.events()).isEmpty();
        assertThat(sandbox.checkout(PAGE).orElseThrow().attempts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000002500003155", "4000000000003220"})
    void threeDSecurePaysOnlyAfterThePayersConsent(String card) {
        sandbox.createCheckout(order(2500));

        PayResult asked = sandbox.pay(PAGE, card);
        assertThat(asked.status()).isEqualTo(Status.AUTHENTICATION_NEEDED);
        assertThat(asked.events()).isEmpty();
        assertThat(sandbox.readCheckout(PAGE).orElseThrow().state()).isEqualTo(CheckoutStatus.State.OPEN);

        PayResult refused = sandbox.completeAuthentication(PAGE, false);
        assertThat(refused.status()).isEqualTo(Status.DECLINED);
        assertThat(refused.code()).isEqualTo("payment_intent_authentication_failure");

        sandbox.pay(PAGE, card);
        PayResult confirmed = sandbox.completeAuthentication(PAGE, true);
        assertThat(confirmed.status()).isEqualTo(Status.APPROVED);
        assertThat(read(confirmed)).allMatch(Paid.class::isInstance);
    }

    @Test
    void consentThatNobodyAskedForPaysNothing() {
        sandbox.createCheckout(order(2500));
        assertThat(sandbox.completeAuthentication(PAGE, true).status()).isEqualTo(Status.INVALID);
        assertThat(sandbox.readCheckout(PAGE).orElseThrow().state()).isEqualTo(CheckoutStatus.State.OPEN);
    }

    @Test
    void disputingCardPaysAndIsDisputed() {
        sandbox.createCheckout(order(2500));
        PayResult result = sandbox.pay(PAGE, "4000000000000259");
        assertThat(result.status()).isEqualTo(Status.APPROVED);
        assertThat(read(result)).hasSize(5);
        assertThat(read(result).get(3)).isInstanceOf(DisputeChanged.class);
        assertThat(read(result).get(3).type()).isEqualTo("charge.dispute.created");
    }

    @Test
    void payingTwiceIsPayingOnceAndTellsTheSameEventsAgain() {
        sandbox.createCheckout(order(2500));
        PayResult first = sandbox.pay(PAGE, "4242424242424242");
        List<PaymentEvent> told = read(first);
        clock.advance(Duration.ofHours(30));

        PayResult second = sandbox.pay(PAGE, "4000000000000002");

        assertThat(second.status()).isEqualTo(Status.ALREADY_PAID);
        assertThat(read(second)).isEqualTo(told);
        assertThat(sandbox.completeAuthentication(PAGE, false).status()).isEqualTo(Status.ALREADY_PAID);
    }

    @Test
    void manyPayersAtOnceOnTwoNodesPayOnce() {
        sandbox.createCheckout(order(2500));
        SandboxPaymentProcessor other = node();
        long approved = IntStream.range(0, 64)
                .parallel()
                .mapToObj(n -> (n % 2 == 0 ? sandbox : other).pay(PAGE, "4242424242424242"))
                .filter(result -> result.status() == Status.APPROVED)
                .count();
        assertThat(approved).isEqualTo(1);
    }

    @Test
    void closedPageCannotBePaidAndAPaidOneStaysPaid() {
        sandbox.createCheckout(order(2500));
        sandbox.closeCheckout(PAGE, Optional.of("acct_sandbox_other"));
        assertThat(sandbox.readCheckout(PAGE).orElseThrow().state()).isEqualTo(CheckoutStatus.State.OPEN);

        sandbox.closeCheckout(PAGE, Optional.empty());
        assertThat(sandbox.readCheckout(PAGE).orElseThrow().state()).isEqualTo(CheckoutStatus.State.EXPIRED);
        assertThat(sandbox.pay(PAGE, "4242424242424242").status()).isEqualTo(Status.EXPIRED);

        String paid = sandbox.createCheckout(SandboxFixture.order("c-2", 2500, Optional.empty()))
                .id();
        sandbox.pay(paid, "4242424242424242");
        sandbox.closeCheckout(paid, Optional.empty());
        assertThat(sandbox.readCheckout(paid).orElseThrow().state()).isEqualTo(CheckoutStatus.State.PAID);
        sandbox.closeCheckout("cs_sandbox_none", Optional.empty());
    }

    @Test
    void pageThatNobodyPaidExpires() {
        sandbox.createCheckout(order(2500));
        clock.advance(Duration.ofHours(24));

        PayResult result = sandbox.pay(PAGE, "4242424242424242");

        assertThat(result.status()).isEqualTo(Status.EXPIRED);
        NotPaid event = (NotPaid) read(result).get(0);
        assertThat(event.expired()).isTrue();
        assertThat(event.contributionId()).isEqualTo("c-1");
        assertThat(sandbox.readCheckout(PAGE).orElseThrow().state()).isEqualTo(CheckoutStatus.State.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 49, amount_too_small",
        "EUR, 100000000, amount_too_large",
        "BGN, 5000, currency_unsupported",
        "KWD, 1005, amount_not_a_multiple"
    })
    void amountsThatCannotBeChargedAreRefused(String currency, long amount, String code) {
        assertRejected(code, () -> sandbox.createCheckout(order(amount, Currency.getInstance(currency))));
    }

    @Test
    void unknownPagesAreSaidToBeSo() {
        assertThat(sandbox.checkout("cs_sandbox_c-9")).isEmpty();
        assertThat(sandbox.readCheckout("acct_sandbox_y-1")).isEmpty();
        assertThat(sandbox.readSettlement("pi_9")).isEmpty();
        assertRejected("resource_missing", () -> sandbox.pay("cs_sandbox_c-9", "4242424242424242"));
        assertRejected("resource_missing", () -> sandbox.completeAuthentication("nonsense", true));
    }

    @Test
    void eventsAreSignedForTheirTimeOnly() {
        sandbox.createCheckout(order(2500));
        SignedEvent event = sandbox.pay(PAGE, "4242424242424242").events().get(0);
        clock.advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> sandbox.readEvent(event.body(), event.signatureHeader(), event.connect()))
                .isInstanceOf(SignatureMismatch.class);
    }

    @Test
    void sandboxWithoutSecretsIsNotBuilt() {
        assertThatThrownBy(() -> new SandboxSettings("x", EventSecrets.parse("a", ""), FeeTable.defaults()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SandboxPaymentProcessor node() {
        return nodeOn(state);
    }

    private SandboxPaymentProcessor nodeOn(SandboxState kept) {
        return new SandboxPaymentProcessor(
                new SandboxSettings(
                        "https://pools.test/", EventSecrets.parse("whsec_p", "whsec_c"), FeeTable.defaults()),
                kept,
                clock);
    }

    /** Ends before it can note what happened. */
    private SandboxState dying() {
        return (SandboxState) Proxy.newProxyInstance(
                SandboxState.class.getClassLoader(), new Class<?>[] {SandboxState.class}, (self, method, given) -> {
                    if (method.getName().equals("add") && given[0].toString().startsWith("log")) {
                        throw new IllegalStateException("killed");
                    }
                    return method.invoke(state, given);
                });
    }

    private List<PaymentEvent> read(PayResult result) {
        return result.events().stream()
                .map(event -> sandbox.readEvent(event.body(), event.signatureHeader(), event.connect()))
                .toList();
    }

    private static void assertRejected(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PaymentFailure.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(failure.code()).isEqualTo(code);
        });
    }

    private static CheckoutRequest order(long amountMinor) {
        return order(amountMinor, EUR);
    }

    private static CheckoutRequest order(long amountMinor, Currency currency) {
        return new CheckoutRequest(
                "c-1",
                amountMinor,
                currency,
                "Zoë's \"Friends\"",
                "pool_7",
                Optional.of("ana@example.org"),
                "https://pools.test/ok?s={CHECKOUT_SESSION_ID}",
                "https://pools.test/back");
    }
}
