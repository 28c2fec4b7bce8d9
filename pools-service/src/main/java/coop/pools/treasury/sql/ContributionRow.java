package coop.pools.treasury.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payment;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A contribution as its columns. */
public record ContributionRow(
        UUID id,
        UUID poolId,
        Optional<UUID> personId,
        String payerName,
        Optional<String> payerEmail,
        long amount,
        String currency,
        Optional<Long> meant,
        Optional<String> account,
        String state,
        Optional<String> checkoutId,
        Optional<String> checkoutUrl,
        Optional<Instant> checkoutExpiresAt,
        Optional<String> paymentId,
        Optional<Instant> paidAt,
        Optional<Long> fee,
        Optional<Instant> availableOn,
        Optional<Instant> releaseAt,
        String note,
        int tries,
        Optional<Instant> nextTryAt,
        Instant createdAt) {
    static ContributionRow of(Contribution c) {
        return new ContributionRow(
                c.id(),
                c.poolId(),
                c.payer().person(),
                c.payer().name(),
                c.payer().email(),
                c.amount().minorUnits(),
                c.amount().currency().getCurrencyCode(),
                c.terms().meant().map(Money::minorUnits),
                c.terms().account(),
                c.state().word(),
                c.page().map(PaymentPage::id),
                c.page().map(PaymentPage::url),
                c.page().map(PaymentPage::expiresAt),
                c.payment().map(Payment::id),
                c.payment().map(Payment::paidAt),
                c.settlement().map(settled -> settled.fee().minorUnits()),
                c.settlement().map(Contribution.Settled::availableOn),
                c.payment().flatMap(Payment::releaseAt),
                c.note(),
                c.backoff().tries(),
                c.backoff().nextAt(),
                c.createdAt());
    }
}
