package coop.pools.integrations.payments;

import java.util.Currency;
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

    /** What became of a payment page, read anew; empty when the processor does not know it. */
    Optional<CheckoutStatus> readCheckout(String checkoutId);

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
