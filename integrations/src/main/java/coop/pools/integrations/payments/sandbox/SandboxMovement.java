package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.BalanceTransaction;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * One movement of money in the sandbox's books. Times are seconds since 1970.
 *
 * @param category the reporting category in Stripe's words
 * @param paymentId empty where it comes from no payment
 * @param words what is written on it; empty for nothing, and null in what was kept before there were any
 * @param contributionId what Pools wrote on the charge; empty for all else
 */
public record SandboxMovement(
        String id,
        String category,
        String sourceId,
        String paymentId,
        String contributionId,
        String words,
        long amountMinor,
        long feeMinor,
        String currencyCode,
        long createdAt,
        long availableOn) {
    public SandboxMovement {
        words = words == null ? "" : words;
    }

    /** One with nothing written on it. */
    SandboxMovement(
            String id,
            String category,
            String sourceId,
            String paymentId,
            long amountMinor,
            long feeMinor,
            String currencyCode,
            long createdAt,
            long availableOn) {
        this(id, category, sourceId, paymentId, "", "", amountMinor, feeMinor, currencyCode, createdAt, availableOn);
    }

    /** The same, made at that time at the earliest. */
    SandboxMovement notBefore(long at) {
        return new SandboxMovement(
                id,
                category,
                sourceId,
                paymentId,
                contributionId,
                words,
                amountMinor,
                feeMinor,
                currencyCode,
                Math.max(createdAt, at),
                availableOn);
    }

    BalanceTransaction transaction() {
        return new BalanceTransaction(
                id,
                category,
                Optional.of(sourceId),
                SandboxPayments.given(paymentId),
                Optional.of(sourceId).filter(source -> source.startsWith("tr_sandbox_")),
                SandboxPayments.given(contributionId),
                words,
                amountMinor,
                feeMinor,
                amountMinor - feeMinor,
                Currency.getInstance(currencyCode),
                Instant.ofEpochSecond(createdAt),
                Instant.ofEpochSecond(availableOn));
    }
}
