package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Carries out the others' passed vote to part from a Pool, which takes along what a Pool takes that leaves (F11 of the
 * compact). It needs a new consent to come back. Refuses with
 * {@link coop.pools.flood.domain.FloodRefusal#NOT_IN_FLOOD}.
 */
public final class RemovePool {
    private final Transactions transactions;
    private final Clock clock;
    private final FloodStore floods;
    private final Places places;
    private final Parting parting;

    public RemovePool(Transactions transactions, Clock clock, FloodStore floods, Places places, Parting parting) {
        this.transactions = transactions;
        this.clock = clock;
        this.floods = floods;
        this.places = places;
        this.parting = parting;
    }

    /** Doing it again for the same proposal changes nothing. */
    public void remove(UUID proposal, UUID floodId, Action.FloodAction.RemovePool action) {
        transactions.inTransaction(() -> {
            Instant now = clock.instant();
            Parting.Held held = parting.hold(floodId, now);
            Flood flood = held.flood();
            boolean done = floods.stays(floodId).stream()
                    .anyMatch(stay -> stay.leftBy().filter(proposal::equals).isPresent());
            if (!done) {
                Member pool = places.member(action.pool());
                places.place(flood, pool.id()).requireJoined(pool.name());
                String memo = "The others part from " + pool.name() + ", which takes the rest of its stake in "
                        + flood.name() + " along";
                parting.part(held, pool, proposal, memo, now);
                floods.endInvitation(floodId, pool.id(), now);
            }
        });
    }
}
