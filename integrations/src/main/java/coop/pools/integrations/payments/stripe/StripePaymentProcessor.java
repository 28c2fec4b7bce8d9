package coop.pools.integrations.payments.stripe;

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
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.ProcessorBalance;
import coop.pools.integrations.payments.RecurringFacts;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Stripe by separate charges and transfers: contributions are charged on the platform's account and wait there;
 * payouts are transfers to the payees' accounts. A Pool with an account of its own is charged there directly. Holds no static key, so that several can live in one process.
 *
 * <p>Source: docs.stripe.com/connect/separate-charges-and-transfers, API version of the SDK.
 */
public final class StripePaymentProcessor implements PaymentProcessor {
    private final FeeTable fees;
    private final SignedEvents events;
    private final StripeCheckouts checkouts;
    private final StripePayments payments;
    private final StripeRecurring recurring;
    private final StripeLists lists;
    private final StripePoolAccounts poolAccounts;
    private final StripePayees payees;
    private final StripeTransfers transfers;

    /** The clock judges time stamps of Stripe's signatures: it must be the real one, even where time can be moved. */
    public StripePaymentProcessor(StripeSettings settings, Clock clock) {
        StripeCalls calls = new StripeCalls(settings);
        this.fees = settings.fees();
        this.events = new SignedEvents(settings.eventSecrets(), clock, settings.live());
        this.checkouts = new StripeCheckouts(calls);
        this.payments = new StripePayments(calls);
        this.recurring = new StripeRecurring(calls);
        this.lists = new StripeLists(calls);
        this.poolAccounts = new StripePoolAccounts(calls);
        this.payees = new StripePayees(calls);
        this.transfers = new StripeTransfers(calls);
    }

    @Override
    public String name() {
        return "stripe";
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
    public void closeCheckout(String checkoutId, Optional<String> account) {
        checkouts.close(checkoutId, account);
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
        return checkouts.create(request);
    }

    @Override
    public Optional<RecurringFacts> readRecurring(String subscriptionId, Optional<String> account) {
        return recurring.read(subscriptionId, account);
    }

    @Override
    public RecurringFacts changeRecurringAmount(
            String subscriptionId, long amountMinor, Currency currency, String key, Optional<String> account) {
        return recurring.changeAmount(subscriptionId, amountMinor, currency, key, account);
    }

    @Override
    public RecurringFacts pauseRecurring(String subscriptionId, String key, Optional<String> account) {
        return recurring.pause(subscriptionId, key, account);
    }

    @Override
    public RecurringFacts resumeRecurring(String subscriptionId, String key, Optional<String> account) {
        return recurring.resume(subscriptionId, key, account);
    }

    @Override
    public RecurringFacts cancelRecurring(String subscriptionId, String key, Optional<String> account) {
        return recurring.cancel(subscriptionId, key, account);
    }

    @Override
    public RecurringFacts cancelRecurringAtPeriodEnd(String subscriptionId, String key, Optional<String> account) {
        return recurring.cancelAtPeriodEnd(subscriptionId, key, account);
    }

    @Override
    public String cardPage(String customerId, String returnUrl, Optional<String> account) {
        return recurring.cardPage(customerId, returnUrl, account);
    }

    @Override
    public Page<ListedEvent> listEvents(Instant since, Optional<String> after, Optional<String> account) {
        return lists.events(since, after, account);
    }

    @Override
    public Page<BalanceTransaction> listBalanceTransactions(
            Instant since, Optional<String> after, Optional<String> account) {
        return lists.transactions(since, after, account);
    }

    @Override
    public List<ProcessorBalance> readBalance(Optional<String> account) {
        return lists.balances(account);
    }

    @Override
    public PayeeAccount createPoolAccount(PayeeRequest request) {
        return poolAccounts.create(request);
    }

    @Override
    public String createPoolOnboardingLink(String accountId, String refreshUrl, String returnUrl) {
        return poolAccounts.onboardingLink(accountId, refreshUrl, returnUrl);
    }

    @Override
    public void allowTransfers(String accountId) {
        poolAccounts.allowTransfers(accountId);
    }

    @Override
    public PayeeAccount readPoolAccount(String accountId) {
        return poolAccounts.read(accountId);
    }

    @Override
    public Optional<Settlement> readSettlement(String paymentId) {
        return checkouts.settlement(paymentId);
    }

    @Override
    public PayeeAccount createPayee(PayeeRequest request) {
        return payees.create(request);
    }

    @Override
    public String createOnboardingLink(String accountId, String refreshUrl, String returnUrl) {
        return payees.onboardingLink(accountId, refreshUrl, returnUrl);
    }

    @Override
    public PayeeAccount readPayee(String accountId) {
        return payees.read(accountId);
    }

    @Override
    public Optional<String> payoutFingerprint(String accountId) {
        return payees.bankDetails(accountId);
    }

    @Override
    public TransferReceipt sendTransfer(TransferRequest request) {
        return transfers.send(request);
    }

    @Override
    public Optional<TransferReceipt> findTransfer(String payoutId) {
        return transfers.find(payoutId);
    }

    @Override
    public PaymentEvent readEvent(byte[] body, String signatureHeader, boolean connect) {
        return events.read(body, signatureHeader, connect);
    }
}
