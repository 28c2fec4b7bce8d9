package coop.pools.recurring;

import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentEvent.RecurringTouched;
import coop.pools.recurring.domain.RecurringContribution;
import coop.pools.treasury.EventEffect;
import coop.pools.treasury.Verdict;
import java.util.Optional;
import java.util.UUID;

/** Events about recurring contributions: none is believed for what it says, each has it read anew. */
public final class TouchRecurring implements EventEffect {
    private final RecurringDesk desk;

    public TouchRecurring(RecurringDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Verdict> apply(PaymentEvent event) {
        return event instanceof RecurringTouched touched ? Optional.of(touch(touched)) : Optional.empty();
    }

    private Verdict touch(RecurringTouched event) {
        Optional<RecurringContribution> known = event.recurringId()
                .flatMap(TouchRecurring::parsed)
                .or(() -> desk.store().bySubscription(event.subscriptionId()))
                .flatMap(desk.store()::find);
        if (known.isEmpty()) {
            // Its page tells of it when it is ours.
            return event.recurringId().isPresent()
                    ? Verdict.setAside("unknown recurring contribution")
                    : Verdict.ignored("a subscription that is not known");
        }
        if (!known.get().account().equals(event.account())) {
            return Verdict.setAside("told of another account than this recurring contribution's");
        }
        desk.store().touch(known.get().id(), event.subscriptionId(), desk.now());
        desk.wakeAfterCommit();
        return Verdict.applied();
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
