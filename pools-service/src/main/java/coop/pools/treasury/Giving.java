package coop.pools.treasury;

import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.kernel.Caller;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Expected;
import java.util.Optional;
import java.util.UUID;

/** Where forms begin: a single payment, or one that is made every month or year. */
public final class Giving {
    private final StartContribution once;
    private final RecurringDoor again;
    private final GuestLinks links;

    public Giving(StartContribution once, RecurringDoor again, GuestLinks links) {
        this.once = once;
        this.again = again;
        this.links = links;
    }

    /** How guests are known again. */
    public GuestLinks links() {
        return links;
    }

    /**
     * The first payment, or the only one, with its page to pay on.
     *
     * @param every empty for a single payment
     * @throws coop.pools.kernel.Refused as {@link StartContribution#start} and {@link RecurringDoor#start}
     */
    public Contribution start(Caller caller, StartContribution.Order order, Optional<Every> every) {
        return every.map(rhythm -> again.start(caller, order, rhythm)).orElseGet(() -> once.start(caller, order));
    }

    /** Refuses what {@link #start} would refuse of an order's values, and says what is to be expected; stores nothing. */
    public Expected check(StartContribution.Order order) {
        return once.check(order);
    }

    /** Whether the operator holds what is given to this Pool: not where it has an account of its own, or is to have one. */
    public boolean isHeldByOperator(UUID pool) {
        return once.isHeldByOperator(pool);
    }

    /** Whether anything can be given to this Pool now: not while who holds its money is changing. */
    public boolean takesIn(UUID pool) {
        return once.takesIn(pool);
    }

    /** How often this one is paid again; empty for a single payment. */
    public Optional<Every> rhythmOf(UUID contribution) {
        return again.rhythmOf(contribution);
    }

    /** The recurring contribution that this one is a payment of; empty for a single payment. */
    public Optional<UUID> recurringOf(UUID contribution) {
        return again.of(contribution);
    }
}
