package coop.pools.integrations.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The card processor as Pools needs it. Every call but {@link #readEvent} and {@link #estimateFee} goes over the
 * network: it may time out, be answered twice or answer wrongly, and must never be made inside a database transaction.
 *
 * <p>Amounts are in the currency's smallest unit by ISO 4217. Every creating call carries an idempotency key; the same
 * key may be sent again for 23 hours (the processor forgets keys after 24). Failures are {@link PaymentFailure}.
 */
public interface PaymentProcessor {
    /** The word in config.yml: {@code stripe} or {@code sandbox}. */
    String name();

    /** Whether an amount of this currency can be charged: known currency, minimum, at most eight digits. */
    ChargeLimits limits(Currency currency);

    /** The card fee to expect, shown before paying; the exact fee comes with {@link Settlement}. */
    long estimateFee(long amountMinor, Currency currency);

    /** Opens a hosted payment page. */
    Checkout createCheckout(CheckoutRequest request);

    /** What became of a payment page on the platform's own account, read anew; empty when there is none such. */
    default Optional<CheckoutStatus> readCheckout(String checkoutId) {
        return readCheckout(checkoutId, Optional.empty());
    }

    /** What became of a payment page, read anew; empty when the processor does not know it on this account. */
    Optional<CheckoutStatus> readCheckout(String checkoutId, Optional<String> account);

    /**
     * Closes a payment page for good, so that nobody can pay it any more. One that is paid, being paid or closed already
     * stays as it is; reading it tells.
     */
    void closeCheckout(String checkoutId, Optional<String> account);

    /**
     * All that is known of a payment, with its refunds and disputes; empty when the processor does not know it on this
     * account.
     */
    Optional<PaymentFacts> readPayment(String paymentId, Optional<String> account);

    /**
     * Gives money back to the payer. Refused as REJECTED when more than what is left of the payment is asked for, or
     * while it is disputed; a balance that is too small makes a refund that is PENDING, or fails as NOT_YET.
     */
    RefundFact refund(RefundRequest request);

    /**
     * The refund that Pools ordered under this id of ours in whatever attempt, looked up when its idempotency key may be
     * too old to repeat. Of several, one that has not failed.
     */
    Optional<RefundFact> findRefund(String refundId, String paymentId, Optional<String> account);

    /** Opens a hosted page on which a payer begins to pay every month or year. */
    Checkout createRecurring(RecurringRequest request);

    /** A subscription and its bills; empty when the processor does not know it on this account. */
    Optional<RecurringFacts> readRecurring(String subscriptionId, Optional<String> account);

    /** Changes what is charged from the next period on; nothing is charged or given back for the present one. */
    RecurringFacts changeRecurringAmount(
            String subscriptionId, long amountMinor, Currency currency, String key, Optional<String> account);

    /** Nothing is charged until it is resumed; bills that fall due meanwhile are dropped. */
    RecurringFacts pauseRecurring(String subscriptionId, String key, Optional<String> account);

    /** Charges again from the next period on. */
    RecurringFacts resumeRecurring(String subscriptionId, String key, Optional<String> account);

    /** Ends it at once; nothing is given back. One that has ended already stays as it is. */
    RecurringFacts cancelRecurring(String subscriptionId, String key, Optional<String> account);

    /** Ends it with the period that is paid for. */
    RecurringFacts cancelRecurringAtPeriodEnd(String subscriptionId, String key, Optional<String> account);

    /** A page, good for some minutes, where a payer changes the card that their recurring contributions use. */
    String cardPage(String customerId, String returnUrl, Optional<String> account);

    /** Events of the platform's own account since then. */
    default Page<ListedEvent> listEvents(Instant since, Optional<String> after) {
        return listEvents(since, after, Optional.empty());
    }

    /**
     * Events since then, newest first, at most 100 a page; kept for 30 days. Those of a connected account are only in
     * its own list.
     */
    Page<ListedEvent> listEvents(Instant since, Optional<String> after, Optional<String> account);

    /** Movements of money since then, newest first, at most 100 a page. */
    Page<BalanceTransaction> listBalanceTransactions(Instant since, Optional<String> after, Optional<String> account);

    /** What the processor holds, one for each currency that it holds any of and Pools knows. */
    List<ProcessorBalance> readBalance(Optional<String> account);

    /**
     * Fee and date of availability of a payment; empty while the processor has not worked them out. It is in the
     * currency that the processor settles in, which may not be the currency of the payment.
     */
    Optional<Settlement> readSettlement(String paymentId);

    /** Makes an account that money can be sent to. */
    PayeeAccount createPayee(PayeeRequest request);

    /** A page, good for one use and some minutes, where the payee identifies themselves and names a bank account. */
    String createOnboardingLink(String accountId, String refreshUrl, String returnUrl);

    /** Whether money can be sent to this account now. */
    PayeeAccount readPayee(String accountId);

    /**
     * What tells one set of bank details of a payee's account from another, the same as long as they are the same; empty
     * when there are none. It gives nothing of them away.
     */
    Optional<String> payoutFingerprint(String accountId);

    /**
     * Asks that money can be sent to an account on which a Pool's contributions are charged. Doing it again changes
     * nothing; {@link #readPayee} tells whether it can be.
     */
    void allowTransfers(String accountId);

    /** Makes an account on which a Pool's contributions are charged directly. */
    PayeeAccount createPoolAccount(PayeeRequest request);

    /** As {@link #createOnboardingLink}, for an account that is charged on. */
    String createPoolOnboardingLink(String accountId, String refreshUrl, String returnUrl);

    /** Whether cards can be charged on this account now. */
    PayeeAccount readPoolAccount(String accountId);

    /**
     * Sends money from the platform's balance to a payee. A balance that is too small fails as NOT_YET with
     * {@code balance_insufficient} and spends the key: see {@link TransferRequest#attempt()}.
     */
    TransferReceipt sendTransfer(TransferRequest request);

    /**
     * The transfer made for a payout in whatever attempt, looked up when its idempotency key may be too old to repeat.
     * Of several, one that was not reversed.
     */
    Optional<TransferReceipt> findTransfer(String payoutId);

    /**
     * Checks the signature over the raw bytes and reads the event.
     *
     * @param connect whether it came to the Connect endpoint, which has secrets of its own
     * @throws SignatureMismatch when no secret matches or the time stamp is more than five minutes off, either way
     * @throws UnreadableEvent when it is signed but cannot be read
     */
    PaymentEvent readEvent(byte[] body, String signatureHeader, boolean connect);
}
