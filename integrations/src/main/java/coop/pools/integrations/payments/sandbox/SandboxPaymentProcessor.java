package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PayeeAccount;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentFacts;
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
import java.util.List;
import java.util.Optional;

/**
 * The processor of the demo. Besides the port it offers what a person does on the processor's own pages; each of these
 * answers with the webhooks that follow, which the caller delivers through the same endpoint as Stripe's.
 *
 * <p>Ids follow from ours: {@code cs_sandbox_}, {@code pi_sandbox_} and so on with the contribution's id,
 * {@code acct_sandbox_} with the payee's, {@code tr_sandbox_} with the payout's.
 */
public final class SandboxPaymentProcessor implements PaymentProcessor {
    private static final String CUSTOMER = "cus_sandbox_";

    private final FeeTable fees;
    private final SignedEvents signedEvents;
    private final SandboxState state;
    private final SandboxJournal journal;
    private final SandboxCheckouts checkouts;
    private final SandboxPayments payments;
    private final SandboxReturns returns;
    private final SandboxSubscriptions subscriptions;
    private final SandboxTill till;
    private final SandboxTopUps topUps;
    private final SandboxPayees payees;
    private final SandboxClockwork clockwork;
    private final String publicUrl;

    public SandboxPaymentProcessor(SandboxSettings settings, SandboxState state, Clock clock) {
        this.fees = settings.fees();
        this.publicUrl = settings.publicUrl();
        this.signedEvents = new SignedEvents(settings.eventSecrets(), clock);
        this.state = state;
        this.journal = new SandboxJournal(state, signedEvents, clock);
        this.checkouts = new SandboxCheckouts(settings, state, clock);
        this.payments = new SandboxPayments(state, checkouts);
        this.returns = new SandboxReturns(payments, journal);
        this.subscriptions = new SandboxSubscriptions(settings, state, payments, journal);
        this.till = new SandboxTill(checkouts, subscriptions, journal, clock);
        this.topUps = new SandboxTopUps(state, journal);
        this.payees = new SandboxPayees(settings, state, journal);
        this.clockwork = new SandboxClockwork(journal, till, returns, subscriptions, payees);
    }

    /** The id of the page that a contribution is paid on. */
    public static String checkoutOf(String contributionId) {
        return SandboxCheckouts.idOf(contributionId);
    }

    /** The payment that a contribution is paid by. */
    public static String paymentOf(String contributionId) {
        return SandboxPayment.idOf(contributionId);
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
        return till.pay(checkoutId, cardNumber);
    }

    /** The payer's answer to the bank (3-D Secure): INVALID when nothing was asked. */
    public PayResult completeAuthentication(String checkoutId, boolean confirmed) {
        return till.completeAuthentication(checkoutId, confirmed);
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

    /**
     * The operator has brought money of their own to the platform's account.
     *
     * @param name of the top-up; it is brought once
     * @param words what is written on it
     */
    public void topUp(String name, long amountMinor, Currency currency, String words) {
        topUps.bring(name, amountMinor, currency, words);
    }

    /** What the operator has brought by this name; empty when there is none. */
    public Optional<SandboxTopUp> topUp(String name) {
        return topUps.find(name);
    }

    /**
     * A bank takes back so much of what the operator has brought, or all that is left of it where no amount is said; false
     * when there is none of this name. Fails with {@code amount_too_large} when less is left.
     */
    public boolean reverseTopUp(String name, Optional<Long> amountMinor) {
        return topUps.takeBack(name, amountMinor);
    }

    /** What the card page of a recurring contribution shows; empty when there is no such customer. */
    public Optional<SandboxSubscription> customer(String customerId) {
        return customerId.startsWith(CUSTOMER)
                ? subscriptions.find(SandboxSubscription.idOf(customerId.substring(CUSTOMER.length())))
                : Optional.empty();
    }

    /** Another card for a recurring contribution; what is open is paid by it at once. */
    public PayResult changeCard(String subscriptionId, String cardNumber) {
        return subscriptions.changeCard(subscriptionId, cardNumber);
    }

    /**
     * The payer disputes a payment (OPEN), or their bank decides (WON, LOST). Fails with {@code resource_missing} when
     * there is no such payment, {@code charge_already_refunded} when nothing of it is left.
     */
    public List<SignedEvent> dispute(String paymentId, DisputeFact.State outcome) {
        return returns.dispute(paymentId, outcome);
    }

    /** Somebody gives money back in the processor's dashboard; all that is left where no amount is said. */
    public List<SignedEvent> refundInDashboard(String paymentId, Optional<Long> amountMinor) {
        return returns.refundInDashboard(paymentId, amountMinor);
    }

    /** What has become due by the clock, the oldest first; each comes again until it is {@link #done}. */
    public List<SandboxTask> due(int atMost) {
        return clockwork.due(atMost);
    }

    /** The events of a task have been delivered. */
    public void done(String taskId) {
        journal.done(taskId);
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
        payees.requireCharged(request.account());
        return checkouts.create(request);
    }

    @Override
    public Optional<CheckoutStatus> readCheckout(String checkoutId, Optional<String> account) {
        return checkouts.read(checkoutId, account);
    }

    @Override
    public void closeCheckout(String checkoutId, Optional<String> account) {
        checkouts.close(checkoutId, account);
    }

    @Override
    public Optional<PaymentFacts> readPayment(String paymentId, Optional<String> account) {
        return payments.read(paymentId, account);
    }

    @Override
    public RefundFact refund(RefundRequest request) {
        return returns.refund(request);
    }

    @Override
    public Optional<RefundFact> findRefund(String refundId, String paymentId, Optional<String> account) {
        return payments.findRefund(refundId, paymentId, account);
    }

    @Override
    public Checkout createRecurring(RecurringRequest request) {
        payees.requireCharged(request.account());
        return checkouts.create(request);
    }

    @Override
    public Optional<RecurringFacts> readRecurring(String subscriptionId, Optional<String> account) {
        return subscriptions.read(subscriptionId, account);
    }

    @Override
    public RecurringFacts changeRecurringAmount(
            String subscriptionId, long amountMinor, Currency currency, String key, Optional<String> account) {
        return subscriptions.changeAmount(subscriptionId, amountMinor, currency, key, account);
    }

    @Override
    public RecurringFacts pauseRecurring(String subscriptionId, String key, Optional<String> account) {
        return subscriptions.pause(subscriptionId, key, account);
    }

    @Override
    public RecurringFacts resumeRecurring(String subscriptionId, String key, Optional<String> account) {
        return subscriptions.resume(subscriptionId, key, account);
    }

    @Override
    public RecurringFacts cancelRecurring(String subscriptionId, String key, Optional<String> account) {
        return subscriptions.cancel(subscriptionId, key, account);
    }

    @Override
    public RecurringFacts cancelRecurringAtPeriodEnd(String subscriptionId, String key, Optional<String> account) {
        return subscriptions.cancelAtPeriodEnd(subscriptionId, key, account);
    }

    @Override
    public String cardPage(String customerId, String returnUrl, Optional<String> account) {
        return SandboxBilling.cardPage(publicUrl, customerId);
    }

    @Override
    public Page<ListedEvent> listEvents(Instant since, Optional<String> after, Optional<String> account) {
        return journal.events(since, after, account);
    }

    @Override
    public Page<BalanceTransaction> listBalanceTransactions(
            Instant since, Optional<String> after, Optional<String> account) {
        return journal.transactions(since, after, account);
    }

    /** The sum of all movements: the sandbox has no money of its own, and never lacks any. */
    @Override
    public List<ProcessorBalance> readBalance(Optional<String> account) {
        return journal.balances(account);
    }

    @Override
    public PayeeAccount createPoolAccount(PayeeRequest request) {
        return payees.create(request, SandboxPayee.OF_A_POOL + request.payeeId());
    }

    @Override
    public String createPoolOnboardingLink(String accountId, String refreshUrl, String returnUrl) {
        return payees.onboardingLink(accountId, returnUrl);
    }

    @Override
    public void allowTransfers(String accountId) {
        payees.allowTransfers(accountId);
    }

    @Override
    public PayeeAccount readPoolAccount(String accountId) {
        return payees.read(accountId);
    }

    @Override
    public Optional<Settlement> readSettlement(String paymentId) {
        return payments.find(paymentId).map(SandboxPayments::settlement);
    }

    @Override
    public PayeeAccount createPayee(PayeeRequest request) {
        return payees.create(request, accountOf(request.payeeId()));
    }

    /** The link lasts; {@code refreshUrl} is never needed. */
    @Override
    public String createOnboardingLink(String accountId, String refreshUrl, String returnUrl) {
        return payees.onboardingLink(accountId, returnUrl);
    }

    @Override
    public PayeeAccount readPayee(String accountId) {
        return payees.readReceiving(accountId);
    }

    @Override
    public Optional<String> payoutFingerprint(String accountId) {
        return payees.bankDetails(accountId);
    }

    /** The payee names another bank account; the events that tell it. */
    public List<SignedEvent> changeBankDetails(String accountId) {
        return payees.changeBankDetails(accountId);
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
