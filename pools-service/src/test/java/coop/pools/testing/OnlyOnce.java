package coop.pools.testing;

import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.kernel.Caller;
import coop.pools.treasury.RecurringDoor;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.domain.Contribution;
import java.util.Optional;
import java.util.UUID;

/** Where nothing is given again and again. */
public final class OnlyOnce implements RecurringDoor {
    @Override
    public Contribution start(Caller caller, StartContribution.Order order, RecurringRequest.Every every) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<UUID> of(UUID contribution) {
        return Optional.empty();
    }
}
