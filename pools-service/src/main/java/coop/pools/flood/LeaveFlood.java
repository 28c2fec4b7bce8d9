package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Carries out a Pool's passed vote to leave a Flood: what is left of its stake goes home in the same moment, and the
 * ballots of people who are in no other Pool of the Flood drop out of open votes. Its part of payments already on their
 * way stays with them, and comes home if they fail. A Flood goes on with one Pool; when the last one leaves it is
 * dissolved.
 *
 * <p>Refuses with {@link coop.pools.flood.domain.FloodRefusal#NOT_IN_FLOOD} and for no other reason; TRY_AGAIN where a
 * vote has opened in the same moment.
 */
public final class LeaveFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final FloodStore floods;
    private final Places places;
    private final Parting parting;

    public LeaveFlood(Transactions transactions, Clock clock, FloodStore floods, Places places, Parting parting) {
        this.transactions = transactions;
        this.clock = clock;
        this.floods = floods;
        this.places = places;
        this.parting = parting;
    }

    /** Doing it again for the same proposal changes nothing. */
    public void leave(UUID proposal, UUID pool, Action.LeaveFlood action) {
        transactions.inTransaction(() -> {
            Instant now = clock.instant();
            Parting.Held held = parting.hold(action.flood(), now);
            Flood flood = held.flood();
            boolean done = floods.stays(flood.id()).stream()
                    .anyMatch(stay -> stay.leftBy().filter(proposal::equals).isPresent());
            if (!done) {
                Member leaving = places.member(pool);
                places.place(flood, pool).requireJoined(leaving.name());
                String memo = leaving.name() + " leaves " + flood.name()
                        + " and takes the rest of its stake along, by its own vote";
                parting.part(held, leaving, proposal, memo, now);
            }
        });
    }
}
