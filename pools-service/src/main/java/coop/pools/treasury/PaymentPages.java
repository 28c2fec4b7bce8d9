package coop.pools.treasury;

import coop.pools.integrations.payments.Checkout;
import coop.pools.treasury.domain.Contribution;
import java.util.Optional;

/** Pages of contributions whose payment begins something more; implemented above. Goes over the network. */
public interface PaymentPages {
    /** Every page is for a single payment. */
    PaymentPages PLAIN = contribution -> Optional.empty();

    /**
     * Makes the page; empty for a contribution that is a single payment.
     *
     * @throws coop.pools.integrations.payments.PaymentFailure as the processor's calls
     */
    Optional<Checkout> open(Contribution contribution);
}
