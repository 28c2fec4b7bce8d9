package coop.pools.treasury.web;

import coop.pools.governance.Bodies;
import coop.pools.platform.web.MoneyJson;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.ContributionState;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A contribution in the API.
 *
 * @param pool the Pool's slug
 * @param fee the exact card fee, once it is known
 * @param state pending, paid, available, failed or expired
 * @param checkoutUrl where to pay, while it is pending
 * @param receiptUrl the contribution's own page
 * @param availableOn from when the money can be spent, once it is known
 */
public record ContributionJson(
        UUID id,
        String pool,
        MoneyJson amount,
        Optional<MoneyJson> fee,
        String state,
        Optional<String> checkoutUrl,
        String receiptUrl,
        Optional<Instant> availableOn,
        Instant createdAt) {
    static ContributionJson of(Contribution contribution, Bodies.Body pool, URI publicUrl) {
        return new ContributionJson(
                contribution.id(),
                pool.slug(),
                MoneyJson.of(contribution.amount()),
                contribution.settlement().map(settled -> MoneyJson.of(settled.fee())),
                contribution.state().word(),
                contribution
                        .page()
                        .filter(page -> contribution.state() == ContributionState.PENDING)
                        .map(PaymentPage::url),
                publicUrl.resolve("/contributions/" + contribution.id()).toString(),
                contribution.settlement().map(Settled::availableOn),
                contribution.createdAt());
    }
}
