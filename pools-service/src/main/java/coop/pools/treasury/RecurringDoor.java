package coop.pools.treasury;

import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.kernel.Caller;
import coop.pools.treasury.domain.Contribution;
import java.util.Optional;
import java.util.UUID;

/** Where contributions that are paid again and again are started and known; implemented above. */
public interface RecurringDoor {
    /**
     * The first payment, with its page to pay on. It has the id of the recurring contribution.
     *
     * @throws coop.pools.kernel.Refused as {@link StartContribution#start}, SIGN_IN_REQUIRED, RECURRING_TOO_MANY
     */
    Contribution start(Caller caller, StartContribution.Order order, RecurringRequest.Every every);

    /** The recurring contribution that this one is a payment of; empty for a single payment. */
    Optional<UUID> of(UUID contribution);

    /** How often this one is paid again; empty for a single payment. */
    default Optional<RecurringRequest.Every> rhythmOf(UUID contribution) {
        return Optional.empty();
    }
}
