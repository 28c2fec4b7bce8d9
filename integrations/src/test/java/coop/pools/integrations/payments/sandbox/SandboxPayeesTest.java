package coop.pools.integrations.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeAccount.State;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.PayeeChanged;
import coop.pools.integrations.payments.PaymentEvent.TransferChanged;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxPayeesTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String ACCOUNT = "acct_sandbox_y-1";
    private static final PayeeRequest PAYEE = new PayeeRequest("y-1", "Bread & Roses", Optional.empty(), "DE", EUR);
    private static final TransferReceipt RECEIPT =
            new TransferReceipt("tr_sandbox_p-1", "p-1", ACCOUNT, 900, EUR, false);

    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final SandboxPaymentProcessor sandbox = new SandboxPaymentProcessor(
            new SandboxSettings("https://pools.test", EventSecrets.parse("whsec_p", "whsec_c"), FeeTable.defaults()),
            new InMemorySandboxState(),
            clock);

    @BeforeEach
    void makePayee() {
        assertThat(sandbox.createPayee(PAYEE)).isEqualTo(new PayeeAccount(ACCOUNT, State.PENDING));
    }

    @Test
    void payeeIsMadeOnce() {
        sandbox.completeOnboarding(ACCOUNT);
        assertThat(sandbox.createPayee(PAYEE)).isEqualTo(new PayeeAccount(ACCOUNT, State.READY));
        assertRejected(
                "idempotency_error",
                () -> sandbox.createPayee(new PayeeRequest("y-1", "Roses", Optional.empty(), "DE", EUR)));
        assertThat(SandboxPaymentProcessor.accountOf("y-1")).isEqualTo(ACCOUNT);
    }

    @Test
    void onboardingLinkLeadsToOurPageWhichKnowsTheWayBack() {
        assertThat(sandbox.createOnboardingLink(ACCOUNT, "https://pools.test/again", "https://pools.test/done"))
                .isEqualTo("https://pools.test/sandbox/onboarding/acct_sandbox_y-1");
        assertThat(sandbox.payee(ACCOUNT).orElseThrow().returnUrl()).isEqualTo("https://pools.test/done");
        assertThat(sandbox.readPayee(ACCOUNT).state()).isEqualTo(State.PENDING);
    }

    @Test
    void onboardingMakesReadyAndTellsTheConnectEndpoint() {
        List<SignedEvent> events = sandbox.completeOnboarding(ACCOUNT);

        assertThat(sandbox.readPayee(ACCOUNT).state()).isEqualTo(State.READY);
        assertThat(events).allMatch(SignedEvent::connect);
        assertThat(read(events))
                .extracting(PaymentEvent::type)
                .containsExactly(
                        "v2.core.account[configuration.recipient].capability_status_updated", "account.updated");
        assertThat(read(events))
                .allSatisfy(
                        event -> assertThat(((PayeeChanged) event).accountId()).isEqualTo(ACCOUNT));
    }

    @Test
    void onboardingTwiceTellsTheSameEventsAgain() {
        List<PaymentEvent> first = read(sandbox.completeOnboarding(ACCOUNT));
        clock.advance(Duration.ofHours(1));
        assertThat(read(sandbox.completeOnboarding(ACCOUNT))).isEqualTo(first);
    }

    @Test
    void payeeWhoIsNotReadyGetsNothing() {
        assertRejected("insufficient_capabilities_for_transfer", () -> sandbox.sendTransfer(transfer(900)));
        assertThat(sandbox.findTransfer("p-1")).isEmpty();
        assertThat(sandbox.transferEvents("p-1")).isEmpty();
    }

    @Test
    void payoutIsTransferredOnceHoweverOftenItIsSent() {
        sandbox.completeOnboarding(ACCOUNT);

        assertThat(IntStream.range(0, 32).parallel().mapToObj(n -> sandbox.sendTransfer(transfer(900))))
                .containsOnly(RECEIPT);
        clock.advance(Duration.ofDays(2));
        assertThat(sandbox.sendTransfer(new TransferRequest("p-1", 2, ACCOUNT, 900, EUR, "pool_7")))
                .isEqualTo(RECEIPT);
        assertThat(sandbox.findTransfer("p-1")).contains(RECEIPT);
        assertRejected("idempotency_error", () -> sandbox.sendTransfer(transfer(901)));
    }

    @Test
    void transferIsToldByAnEventOfThePlatform() {
        sandbox.completeOnboarding(ACCOUNT);
        sandbox.sendTransfer(transfer(900));

        List<SignedEvent> events = sandbox.transferEvents("p-1");

        assertThat(events).noneMatch(SignedEvent::connect);
        assertThat(read(events))
                .singleElement()
                .isInstanceOfSatisfying(
                        TransferChanged.class,
                        event -> assertThat(event.transfer()).isEqualTo(RECEIPT));
    }

    @Test
    void impossibleTransfersAreRefused() {
        sandbox.completeOnboarding(ACCOUNT);
        assertRejected("parameter_invalid_integer", () -> sandbox.sendTransfer(transfer(0)));
        Currency lev = Currency.getInstance("BGN");
        assertRejected(
                "currency_unsupported",
                () -> sandbox.sendTransfer(new TransferRequest("p-2", ACCOUNT, 900, lev, "pool_7")));
        assertRejected(
                "resource_missing",
                () -> sandbox.sendTransfer(new TransferRequest("p-2", "acct_sandbox_y-9", 900, EUR, "pool_7")));
    }

    @Test
    void unknownAccountsAreSaidToBeSo() {
        assertThat(sandbox.payee("acct_sandbox_y-9")).isEmpty();
        assertThat(sandbox.payee("cs_sandbox_c-1")).isEmpty();
        assertRejected("resource_missing", () -> sandbox.readPayee("acct_9"));
        assertRejected("resource_missing", () -> sandbox.completeOnboarding("acct_sandbox_y-9"));
        assertRejected("resource_missing", () -> sandbox.createOnboardingLink("acct_9", "a", "b"));
    }

    private List<PaymentEvent> read(List<SignedEvent> events) {
        return events.stream()
                .map(event -> sandbox.readEvent(event.body(), event.signatureHeader(), event.connect()))
                .toList();
    }

    private static TransferRequest transfer(long amountMinor) {
        return new TransferRequest("p-1", ACCOUNT, amountMinor, EUR, "pool_7");
    }

    private static void assertRejected(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PaymentFailure.class, failure -> {
            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(failure.code()).isEqualTo(code);
        });
    }
}
