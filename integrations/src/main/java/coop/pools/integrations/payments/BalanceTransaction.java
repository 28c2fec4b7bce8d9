package coop.pools.integrations.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * One movement of money on the processor's account: what the books are reconciled against.
 *
 * @param category the processor's reporting category, for example {@code charge}, {@code refund}, {@code dispute}
 * @param sourceId the charge, refund, dispute, transfer ... it comes from; empty for some fees
 * @param paymentId of the charge, refund or dispute, where the processor tells it
 * @param transferId of a transfer, of what was reversed of it, or of the payment that it makes where it arrives, where the processor tells it
 * @param contributionId what Pools wrote on the charge, where it did
 * @param words what is written on it; may be empty
 * @param amountMinor gross, signed as the processor's balance sees it
 * @param netMinor amount less fee
 */
public record BalanceTransaction(
        String id,
        String category,
        Optional<String> sourceId,
        Optional<String> paymentId,
        Optional<String> transferId,
        Optional<String> contributionId,
        String words,
        long amountMinor,
        long feeMinor,
        long netMinor,
        Currency currency,
        Instant createdAt,
        Instant availableOn) {

    /** One of no transfer, with nothing written on it. */
    public BalanceTransaction(
            String id,
            String category,
            Optional<String> sourceId,
            Optional<String> paymentId,
            long amountMinor,
            long feeMinor,
            long netMinor,
            Currency currency,
            Instant createdAt,
            Instant availableOn) {
        this(
                id,
                category,
                sourceId,
                paymentId,
                Optional.empty(),
                Optional.empty(),
                "",
                amountMinor,
                feeMinor,
                netMinor,
                currency,
                createdAt,
                availableOn);
    }
}
