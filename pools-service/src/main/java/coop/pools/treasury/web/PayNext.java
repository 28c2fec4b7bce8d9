package coop.pools.treasury.web;

import coop.pools.kernel.Refused;
import coop.pools.platform.web.Visit;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.TreasuryRefusal;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;

/** Where somebody goes who has sent a form for giving. */
final class PayNext {
    private PayNext() {}

    /** The processor's page; our own when there is nothing to pay, or no page yet. */
    static String addressOf(StartContribution start, Visit visit, StartContribution.Order order) {
        String own = "/contributions/" + order.id();
        try {
            Contribution contribution = start.start(visit.caller(), order);
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
