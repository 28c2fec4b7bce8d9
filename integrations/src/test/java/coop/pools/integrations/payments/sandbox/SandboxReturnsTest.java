package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxFixture.EUR;
import static coop.pools.integrations.payments.sandbox.SandboxFixture.PLATFORM;
import static coop.pools.integrations.payments.sandbox.SandboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.DisputeChanged;
import coop.pools.integrations.payments.PaymentEvent.NotPaid;
import coop.pools.integrations.payments.PaymentEvent.Paid;
import coop.pools.integrations.payments.PaymentEvent.PaymentTouched;
import coop.pools.integrations.payments.PaymentEvent.RefundChanged;
import coop.pools.integrations.payments.PaymentEvent.TransferChanged;
import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.ProcessorBalance;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.integrations.payments.TransferRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of money at the sandbox after it was paid. */
class SandboxReturnsTest {
    private static final String PAYS = "4242424242424242";
    private static final String PAYMENT = "pi_sandbox_c-1";

    private final SandboxFixture house = new SandboxFixture();
    private final SandboxPaymentProcessor sandbox = house.sandbox;

    @Test
    void refundIsMadeOnceAndToldByTheClock() {
        house.pay("c-1", 2500, PAYS, PLATFORM);

        RefundFact refund = sandbox.refund(order("r-1", 1000));
        assertThat(sandbox.refund(order("r-1", 1000))).isEqualTo(refund);

        assertThat(refund.state()).isEqualTo(RefundFact.State.SUCCEEDED);
        assertThat(sandbox.findRefund("r-1", PAYMENT, PLATFORM)).contains(refund);
        assertThat(facts().refunds()).containsExactly(refund);
        List<PaymentEvent> told = house.after(Duration.ZERO);
        assertThat(told)
                .extracting(PaymentEvent::getClass)
                .isEqualTo(List.of(RefundChanged.class, PaymentTouched.class));
        assertThat(((RefundChanged) told.get(0)).refund()).isEqualTo(refund);
        assertThat(house.after(Duration.ofDays(10))).isEmpty();
        assertThat(house.balance()).isEqualTo(2500 - 63 - 1000);
    }

    @Test
    void noMoreIsRefundedThanWasPaid() {
        house.pay("c-1", 2500, PAYS, PLATFORM);
        sandbox.refund(order("r-1", 2000));
        assertRefused("amount_too_large", () -> sandbox.refund(order("r-2", 501)));
        sandbox.refund(order("r-2", 500));
        assertRefused("charge_already_refunded", () -> sandbox.refund(order("r-3", 1)));
        assertRefused("idempotency_error", () -> sandbox.refund(order("r-1", 1999)));
        assertRefused(
                "resource_missing",
                () -> sandbox.refund(new RefundRequest("r-4", 1, PAYMENT, 1, EUR, Optional.of("acct_9"))));
    }

    @Test
    void slowRefundIsPendingForADay() {
        house.pay("c-1", 2500, "4000000000007726", PLATFORM);
        assertThat(sandbox.refund(order("r-1", 2500)).state()).isEqualTo(RefundFact.State.PENDING);
        house.after(Duration.ZERO);

        RefundChanged changed = (RefundChanged) house.after(Duration.ofDays(1)).get(0);

        assertThat(changed.refund().state()).isEqualTo(RefundFact.State.SUCCEEDED);
        assertThat(house.balance()).isEqualTo(-63);
    }

    @Test
    void refundThatSucceededCanComeBack() {
        house.pay("c-1", 2500, "4000000000005126", PLATFORM);
        assertThat(sandbox.refund(order("r-1", 2500)).state()).isEqualTo(RefundFact.State.SUCCEEDED);

        List<PaymentEvent> told = house.after(Duration.ofDays(5));

        RefundChanged failed = (RefundChanged) told.get(2);
        assertThat(failed.type()).isEqualTo("refund.failed");
        assertThat(failed.refund()).isEqualTo(facts().refunds().get(0));
        assertThat(failed.refund().state()).isEqualTo(RefundFact.State.FAILED);
        assertThat(failed.refund().failureTransactionId()).isPresent();
        assertThat(house.balance()).isEqualTo(2500 - 63);
        assertThat(sandbox.refund(order("r-2", 2500)).amountMinor()).isEqualTo(2500);
    }

    @Test
    void refundInTheDashboardIsNoneOfOurs() {
        house.pay("c-1", 2500, PAYS, PLATFORM);
        RefundChanged part = (RefundChanged) house.read(sandbox.refundInDashboard(PAYMENT, Optional.of(500L)))
                .get(0);
        RefundChanged rest = (RefundChanged)
                house.read(sandbox.refundInDashboard(PAYMENT, Optional.empty())).get(0);
        assertThat(part.refund().ours()).isEmpty();
        assertThat(rest.refund().amountMinor()).isEqualTo(2000);
        assertThat(facts().refunds()).hasSize(2);
    }

    @Test
    void disputeTakesTheMoneyAndAFeeAndGivesTheMoneyBackWhenItIsWon() {
        house.pay("c-1", 2500, PAYS, PLATFORM);

        List<PaymentEvent> opened = house.read(sandbox.dispute(PAYMENT, DisputeFact.State.OPEN));
        assertThat(((DisputeChanged) opened.get(0)).dispute())
                .isEqualTo(facts().disputes().get(0));
        assertThat(facts().disputes().get(0).movements())
                .containsExactly(new DisputeFact.Movement("txn_sandbox_du_sandbox_c-1", -2500, 1500));
        assertRefused("charge_disputed", () -> sandbox.refund(order("r-1", 1)));
        assertThat(house.balance()).isEqualTo(-63 - 1500);

        house.clock.advance(Duration.ofDays(30));
        List<PaymentEvent> won = house.read(sandbox.dispute(PAYMENT, DisputeFact.State.WON));
        assertThat(won).extracting(PaymentEvent::type).contains("charge.dispute.funds_reinstated");
        assertThat(facts().disputes().get(0).state()).isEqualTo(DisputeFact.State.WON);
        assertThat(house.balance()).isEqualTo(2500 - 63 - 1500);
        assertThat(house.read(sandbox.dispute(PAYMENT, DisputeFact.State.LOST))).isEqualTo(won);
    }

    @Test
    void disputingCardCanBeLost() {
        PayResult paid = house.pay("c-1", 2500, "4000000000000259", PLATFORM);
        assertThat(house.read(paid.events()).get(3)).isInstanceOf(DisputeChanged.class);
        assertThat(house.balance()).isEqualTo(-63 - 1500);
        List<PaymentEvent> lost = house.read(sandbox.dispute(PAYMENT, DisputeFact.State.LOST));
        assertThat(lost).extracting(PaymentEvent::type).containsExactly("charge.dispute.closed");
        assertThat(house.balance()).isEqualTo(-63 - 1500);
        assertRefused("charge_disputed", () -> sandbox.refund(order("r-1", 1)));
    }

    @Test
    void directDebitIsDecidedAfterThreeDays() {
        PayResult ordered = house.pay("c-1", 2500, "DE89 3704 0044 0532 0130 00", PLATFORM);
        assertThat(ordered.status()).isEqualTo(PayResult.Status.PROCESSING);
        assertThat(house.read(ordered.events())).allMatch(PaymentTouched.class::isInstance);
        assertThat(facts().paid()).isFalse();
        assertThat(house.after(Duration.ofDays(2))).isEmpty();

        List<PaymentEvent> told = house.after(Duration.ofDays(1));

        assertThat(told).hasSize(3).allMatch(Paid.class::isInstance);
        assertThat(facts().paid()).isTrue();
        assertThat(house.balance()).isEqualTo(2500 - 63);
    }

    @Test
    void directDebitCanFail() {
        house.pay("c-1", 2500, "DE62370400440532013001", PLATFORM);
        List<PaymentEvent> told = house.after(Duration.ofDays(3));
        assertThat(told)
                .last()
                .isInstanceOfSatisfying(
                        NotPaid.class, not -> assertThat(not.expired()).isFalse());
        assertThat(facts().paid()).isFalse();
        assertThat(sandbox.pay("cs_sandbox_c-1", PAYS).status()).isEqualTo(PayResult.Status.PROCESSING);
        assertThat(house.balance()).isZero();
    }

    @Test
    void someMoneyCanBeSpentLater() {
        house.pay("c-1", 2500, "5200828282828210", PLATFORM);
        assertThat(facts().settlement().orElseThrow().availableOn()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(house.transactions(PLATFORM).get(0).availableOn()).isEqualTo(START.plus(Duration.ofDays(7)));
        assertThat(house.transactions(PLATFORM).get(0).contributionId()).contains("c-1");
        assertThat(sandbox.readBalance(PLATFORM)).containsExactly(new ProcessorBalance(EUR, 0, 2437));
        house.clock.advance(Duration.ofDays(7));
        assertThat(sandbox.readBalance(PLATFORM)).containsExactly(new ProcessorBalance(EUR, 2437, 0));
    }

    @Test
    void transferIsToldByTheClockAndOneBankSendsItBack() {
        sandbox.createPayee(new PayeeRequest("y-1", "Bounce Ltd", Optional.empty(), "DE", EUR));
        sandbox.completeOnboarding("acct_sandbox_y-1");
        sandbox.sendTransfer(new TransferRequest("p-1", "acct_sandbox_y-1", 900, EUR, "pool_7"));

        assertThat(house.after(Duration.ZERO)).singleElement().isInstanceOf(TransferChanged.class);
        assertThat(house.balance()).isEqualTo(-900);
        assertThat(house.transactions(PLATFORM).get(0).transferId()).contains("tr_sandbox_p-1");

        TransferChanged back = (TransferChanged) house.after(Duration.ofDays(2)).get(0);
        assertThat(back.transfer().reversed()).isTrue();
        assertThat(sandbox.findTransfer("p-1").orElseThrow().reversed()).isTrue();
        assertThat(house.balance()).isZero();
    }

    @Test
    void poolsOwnAccountHasMoneyOfItsOwn() {
        Optional<String> account = Optional.of("acct_sandbox_pool_m-1");
        assertRefused("insufficient_capabilities", () -> house.pay("c-1", 2500, PAYS, account));
        sandbox.createPoolAccount(new PayeeRequest("m-1", "Bread", Optional.empty(), "DE", EUR));
        sandbox.completeOnboarding(account.orElseThrow());

        PayResult paid = house.pay("c-1", 2500, PAYS, account);

        assertThat(paid.events()).allMatch(SignedEvent::connect);
        assertThat(((Paid) house.read(paid.events()).get(0)).account()).isEqualTo(account);
        assertThat(sandbox.readPayment(PAYMENT, PLATFORM)).isEmpty();
        assertThat(sandbox.readPayment(PAYMENT, account)).isPresent();
        assertThat(sandbox.readCheckout("cs_sandbox_c-1")).isEmpty();
        assertThat(house.transactions(account)).hasSize(1);
        assertThat(house.balance()).isZero();
        assertThat(sandbox.listEvents(START, Optional.empty()).items()).isEmpty();
        assertThat(sandbox.listEvents(START, Optional.empty(), account).items())
                .filteredOn(listed -> listed.event() instanceof Paid)
                .isNotEmpty()
                .allMatch(listed -> ((Paid) listed.event()).account().equals(account));
    }

    @Test
    void whatCanNoLongerBeDoneHoldsNothingUp() {
        house.state.add("due000000000001refund.gone", "refund pi_sandbox_gone re_sandbox_gone");
        house.state.add("due000000000002what", "what is this");
        house.pay("c-1", 2500, PAYS, PLATFORM);
        sandbox.refund(order("r-1", 1000));
        assertThat(house.after(Duration.ZERO)).hasSize(2);
        assertThat(sandbox.due(10)).isEmpty();
    }

    @Test
    void everythingIsListedOnceNewestFirst() {
        IntStream.range(0, 120).forEach(n -> {
            house.clock.advance(Duration.ofSeconds(1));
            house.pay("c-" + n, 2500, PAYS, PLATFORM);
            sandbox.pay("cs_sandbox_c-" + n, PAYS);
        });

        Set<String> events = new HashSet<>();
        Optional<String> after = Optional.empty();
        do {
            var page = sandbox.listEvents(START, after);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(100);
            page.items().stream()
                    .map(ListedEvent::event)
                    .map(PaymentEvent::eventId)
                    .forEach(id -> assertThat(events.add(id)).isTrue());
            after = page.next();
        } while (after.isPresent());
        assertThat(events).hasSize(360);
        assertThat(house.transactions(PLATFORM))
                .hasSize(120)
                .isSortedAccordingTo((one, other) -> other.createdAt().compareTo(one.createdAt()));
        assertThat(sandbox.listEvents(START.plusSeconds(120), Optional.empty()).items())
                .hasSize(3);
        assertThat(house.transactions(PLATFORM).stream()
                        .map(BalanceTransaction::paymentId)
                        .flatMap(Optional::stream))
                .hasSize(120);
    }

    private PaymentFacts facts() {
        return sandbox.readPayment(PAYMENT, PLATFORM).orElseThrow();
    }

    private static RefundRequest order(String id, long amountMinor) {
        return new RefundRequest(id, 1, PAYMENT, amountMinor, EUR, PLATFORM);
    }

    private static void assertRefused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        PaymentFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void theOperatorBringsATopUpOnceWhateverIsSaidLater() {
        sandbox.topUp("t-1", 2000, SandboxFixture.EUR, "for p-1");
        house.after(Duration.ofMinutes(1));
        sandbox.topUp("t-1", 3000, SandboxFixture.EUR, "for p-2");
        assertThat(house.balance()).isEqualTo(2000);
        assertThat(house.transactions(PLATFORM)).hasSize(1);
    }

    @Test
    void aBankTakesBackWhatTheOperatorBroughtOnce() {
        sandbox.topUp("t-1", 2000, SandboxFixture.EUR, "for p-1");
        assertThat(sandbox.reverseTopUp("t-2", Optional.empty())).isFalse();
        assertThat(sandbox.reverseTopUp("t-1", Optional.empty())).isTrue();
        house.after(Duration.ofMinutes(1));
        assertThat(sandbox.reverseTopUp("t-1", Optional.empty())).isTrue();
        assertThat(house.balance()).isZero();
        assertThat(house.transactions(PLATFORM))
                .extracting(BalanceTransaction::category)
                .containsExactlyInAnyOrder("topup", "topup_reversal");
        assertThat(house.transactions(PLATFORM))
                .extracting(BalanceTransaction::sourceId)
                .containsOnly(Optional.of("tu_sandbox_t-1"));
    }

    @Test
    void aBankTakesPartsBackUpToTheWhole() throws Exception {
        sandbox.topUp("t-1", 2000, SandboxFixture.EUR, "for p-1");
        assertThat(sandbox.reverseTopUp("t-1", Optional.of(600L))).isTrue();
        assertThat(house.balance()).isEqualTo(1400);
        house.after(Duration.ofMinutes(1));
        for (long refused : new long[] {1401, 0, -1, Long.MAX_VALUE}) {
            assertRefused("amount_too_large", () -> sandbox.reverseTopUp("t-1", Optional.of(refused)));
        }
        ExecutorService many = Executors.newFixedThreadPool(4);
        many.invokeAll(Collections.nCopies(4, () -> sandbox.reverseTopUp("t-1", Optional.of(200L))));
        many.shutdown();
        assertThat(house.balance()).as("each takes its own").isEqualTo(600);
        assertThat(sandbox.topUp("t-1").orElseThrow().leftMinor()).isEqualTo(600);
        sandbox.reverseTopUp("t-1", Optional.empty());
        sandbox.reverseTopUp("t-1", Optional.empty());
        assertThat(house.balance()).isZero();
        assertThat(house.transactions(PLATFORM))
                .extracting(BalanceTransaction::netMinor)
                .containsExactlyInAnyOrder(2000L, -600L, -200L, -200L, -200L, -200L, -600L);
        assertThat(house.transactions(PLATFORM))
                .extracting(BalanceTransaction::id)
                .doesNotHaveDuplicates();
    }
}
