package coop.pools.treasury;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.PaymentPage;
import coop.pools.treasury.domain.ContributionState;
import java.util.UUID;

/** Where to go to pay a contribution that is still pending: its page, made now if there is none yet. */
public final class ContinuePayment {
    private final TreasuryDesk desk;
    private final OpenCheckout openCheckout;
    private final CheckCheckout checkCheckout;

    public ContinuePayment(TreasuryDesk desk, OpenCheckout openCheckout, CheckCheckout checkCheckout) {
        this.desk = desk;
        this.openCheckout = openCheckout;
        this.checkCheckout = checkCheckout;
    }

    /**
     * The address of the page to pay on. A page whose time is over is read anew first: it may have been paid.
     *
     * @throws Refused NOT_FOUND, ALREADY_PAID, CHECKOUT_EXPIRED, PAYMENT_REFUSED, PROCESSOR_UNREACHABLE
     */
    public String addressOf(UUID id) {
        Contribution contribution = openCheckout.open(
                desk.contributions().find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
        boolean over = contribution
                .page()
                .filter(page -> !desk.clock().instant().isBefore(page.expiresAt()))
                .isPresent();
        Contribution present = over && contribution.state() == ContributionState.PENDING
                ? checkCheckout.check(contribution)
                : contribution;
        if (present.state().isBooked()) {
            throw new Refused(TreasuryRefusal.ALREADY_PAID);
        }
        if (present.state() != ContributionState.PENDING) {
            throw new Refused(TreasuryRefusal.CHECKOUT_EXPIRED);
        }
        return present.page().map(PaymentPage::url).orElseThrow();
    }
}
