package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.ProcessorBalance;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import coop.pools.integrations.payments.stripe.SignedEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processor of the demo. Besides the port it offers what a person does on the processor's own pages; each of these
 * answers with the webhooks that follow, which the caller delivers through the same endpoint as Stripe's.
 *
 * <p>Ids follow from ours: {@code cs_sandbox_}, {@code pi_sandbox_} and so on with the contribution's id,
 * {@code acct_sandbox_} with the payee's, {@code tr_sandbox_} with the payout's.
 */
public final class SandboxPaymentProcessor implements PaymentProcessor {
    private final FeeTable fees;
    private final SignedEvents signedEvents;
    private final SandboxCheckouts checkouts;
    private final SandboxPayments payments;
    private final SandboxPayees payees;

    public SandboxPaymentProcessor(SandboxSettings settings, SandboxState state, Clock clock) {
        this.fees = settings.fees();
        this.signedEvents = new SignedEvents(settings.eventSecrets(), clock);
        SandboxEvents events = new SandboxEvents(signedEvents, fees);
        this.checkouts = new SandboxCheckouts(settings, state, events, clock);
        this.payments = new SandboxPayments(state, checkouts, clock);
        this.payees = new SandboxPayees(settings, state, events, clock);
    }

    /** The id of the page that a contribution is paid on. */
    public static String checkoutOf(String contributionId) {
        return SandboxCheckouts.idOf(contributionId);
    }

    /** The account of a payee. */
    public static String accountOf(String payeeId) {
        return SandboxPayees.accountOf(payeeId);
    }

    /** What the card page shows; empty when there is no such page. */
    public Optional<SandboxCheckout> checkout(String checkoutId) {
        return checkouts.find(checkoutId);
    }

    /** What the onboarding page shows; empty when there is no such account. */
    public Optional<SandboxPayee> payee(String accountId) {
        return payees.find(accountId);
    }

    /** A try to pay. Fails with {@code resource_missing} when there is no such page. */
    public PayResult pay(String checkoutId, String cardNumber) {
        return checkouts.pay(checkoutId, cardNumber);
    }

    /** The payer's answer to the bank (3-D Secure): INVALID when nothing was asked. */
    public PayResult completeAuthentication(String checkoutId, boolean confirmed) {
        return checkouts.completeAuthentication(checkoutId, confirmed);
    }

    /**
     * The payee has identified themselves. Doing it again answers the same events. Fails with
     * {@code resource_missing} when there is no such account.
     */
    public List<SignedEvent> completeOnboarding(String accountId) {
        return payees.completeOnboarding(accountId);
    }

    /** The webhooks that tell of a payout's transfer; empty when there is none. */
    public List<SignedEvent> transferEvents(String payoutId) {
        return payees.transferEvents(payoutId);
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public ChargeLimits limits(Currency currency) {
        return ChargeCurrencies.limits(currency);
    }

    @Override
    public long estimateFee(long amountMinor, Currency currency) {
        return fees.estimate(amountMinor, currency);
    }

    @Override
    public Checkout createCheckout(CheckoutRequest request) {
        return checkouts.create(request);
    }

    @Override
    public Optional<CheckoutStatus> readCheckout(String checkoutId, Optional<String> account) {
        return checkouts.read(checkoutId, account);
    }

    @Override
    public Optional<PaymentFacts> readPayment(String paymentId, Optional<String> account) {
        return payments.read(paymentId, account);
    }

    @Override
    public RefundFact refund(RefundRequest request) {
        return payments.refund(request);
    }

    @Override
    public Optional<RefundFact> findRefund(String refundId, String paymentId, Optional<String> account) {
        return payments.findRefund(refundId, paymentId, account);
    }

    @Override
    public Checkout createRecurring(RecurringRequest request) {
        throw notYet();
    }

    @Override
    public Optional<RecurringFacts> readRecurring(String subscriptionId, Optional<String> account) {
        throw notYet();
    }

    @Override
    public RecurringFacts changeRecurringAmount(
            String subscriptionId, long amountMinor, Currency currency, String key, Optional<String> account) {
        throw notYet();
    }

    @Override
    public RecurringFacts pauseRecurring(String subscriptionId, String key, Optional<String> account) {
        throw notYet();
    }

    @Override
    public RecurringFacts resumeRecurring(String subscriptionId, String key, Optional<String> account) {
        throw notYet();
    }

    @Override
    public RecurringFacts cancelRecurring(String subscriptionId, String key, Optional<String> account) {
        throw notYet();
    }

    @Override
    public RecurringFacts cancelRecurringAtPeriodEnd(String subscriptionId, String key, Optional<String> account) {
        throw notYet();
    }

    @Override
    public String cardPage(String customerId, String returnUrl, Optional<String> account) {
        throw notYet();
    }

    @Override
    public Page<ListedEvent> listEvents(Instant since, Optional<String> after) {
        throw notYet();
    }

    @Override
    public Page<BalanceTransaction> listBalanceTransactions(
            Instant since, Optional<String> after, Optional<String> account) {
        throw notYet();
    }

    /** The sum of all movements: the sandbox has no money of its own, and never lacks any. */
    @Override
    public List<ProcessorBalance> readBalance(Optional<String> account) {
        Map<Currency, long[]> held = new LinkedHashMap<>();
        Optional<String> after = Optional.empty();
        do {
            Page<BalanceTransaction> page = listBalanceTransactions(Instant.EPOCH, after, account);
            page.items()
                    .forEach(movement ->
                            held.computeIfAbsent(movement.currency(), unused -> new long[1])[0] += movement.netMinor());
            after = page.next();
        } while (after.isPresent());
        return held.entrySet().stream()
                .map(entry -> new ProcessorBalance(entry.getKey(), entry.getValue()[0], 0))
                .toList();
    }

    @Override
    public PayeeAccount createPoolAccount(PayeeRequest request) {
        throw notYet();
    }

    @Override
    public String createPoolOnboardingLink(String accountId, String refreshUrl, String returnUrl) {
        throw notYet();
    }

    @Override
    public PayeeAccount readPoolAccount(String accountId) {
        throw notYet();
    }

    private static PaymentFailure notYet() {
        return new PaymentFailure(PaymentFailure.Outcome.REJECTED, "not_supported", "not built yet", null);
    }

    @Override
    public Optional<Settlement> readSettlement(String paymentId) {
        return checkouts.settlement(paymentId);
    }

    @Override
    public PayeeAccount createPayee(PayeeRequest request) {
        return payees.create(request);
    }

    /** The link lasts; {@code refreshUrl} is never needed. */
    @Override
    public String createOnboardingLink(String accountId, String refreshUrl, String returnUrl) {
        return payees.onboardingLink(accountId, returnUrl);
    }

    @Override
    public PayeeAccount readPayee(String accountId) {
        return payees.read(accountId);
    }

    @Override
    public TransferReceipt sendTransfer(TransferRequest request) {
        return payees.send(request);
    }

    @Override
    public Optional<TransferReceipt> findTransfer(String payoutId) {
        return payees.findTransfer(payoutId);
    }

    @Override
    public PaymentEvent readEvent(byte[] body, String signatureHeader, boolean connect) {
        return signedEvents.read(body, signatureHeader, connect);
    }
}
