package coop.pools.treasury.web;

import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.Giving;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;
import java.util.Optional;

/** Where somebody goes who has sent a form for giving. */
final class PayNext {
    private PayNext() {}

    /** How often a form asks to be paid; empty for a single payment. */
    static Optional<Every> every(String typed) {
        return switch (typed == null ? "" : typed) {
            case "month" -> Optional.of(Every.MONTH);
            case "year" -> Optional.of(Every.YEAR);
            default -> Optional.empty();
        };
    }

    /** The processor's page; our own when there is nothing to pay, or no page yet. */
    static String addressOf(Giving giving, Visit visit, StartContribution.Order order, Optional<Every> every) {
        String own = "/contributions/" + order.id();
        try {
            Contribution contribution = giving.start(visit.caller(), order, every);
            giving.links().remember(visit.caller(), contribution);
            return contribution
                    .page()
                    .filter(page -> contribution.state() == ContributionState.PENDING)
                    .map(PaymentPage::url)
                    .orElse(own);
        } catch (Refused refused) {
            if (refused.code() == TreasuryRefusal.PROCESSOR_UNREACHABLE
                    || refused.code() == TreasuryRefusal.PAYMENT_REFUSED) {
                return own;
            }
            throw refused;
        }
    }
}
