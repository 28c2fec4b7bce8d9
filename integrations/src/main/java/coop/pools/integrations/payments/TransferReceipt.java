package coop.pools.integrations.payments;

import java.util.Currency;

/**
 * A transfer that exists at the processor.
 *
 * @param reversed whether all of it was taken back
 * @param amountReversedMinor how much of it was taken back, from nothing to all of it
 */
public record TransferReceipt(
        String transferId,
        String payoutId,
        String accountId,
        long amountMinor,
        Currency currency,
        boolean reversed,
        long amountReversedMinor) {

    /** One of which all was taken back, or nothing. */
    public TransferReceipt(
            String transferId,
            String payoutId,
            String accountId,
            long amountMinor,
            Currency currency,
            boolean reversed) {
        this(transferId, payoutId, accountId, amountMinor, currency, reversed, reversed ? amountMinor : 0);
    }
}
