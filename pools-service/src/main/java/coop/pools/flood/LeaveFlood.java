package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Carries out a Pool's passed vote to leave a Flood: what is left of its stake goes home in the same moment. Its part
 * of payments already on their way stays with them, and comes home if they fail. Votes that are open in the Flood keep
 * the electorate of their opening. A Flood goes on with one Pool; when the last one leaves it is dissolved.
 *
 * <p>Refuses with {@link coop.pools.flood.domain.FloodRefusal#NOT_IN_FLOOD} and for no other reason.
 */
public final class LeaveFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final FloodStore floods;
    private final Places places;
    private final FloodBooks books;

    public LeaveFlood(Transactions transactions, Clock clock, FloodStore floods, Places places, FloodBooks books) {
        this.transactions = transactions;
        this.clock = clock;
        this.floods = floods;
        this.places = places;
        this.books = books;
    }

    /** Doing it again for the same proposal changes nothing. */
    public void leave(UUID proposal, UUID pool, Action.LeaveFlood action) {
        transactions.inTransaction(() -> {
            Flood flood = places.lock(action.flood());
            boolean done = floods.stays(flood.id()).stream()
                    .anyMatch(stay -> stay.leftBy().filter(proposal::equals).isPresent());
            if (!done) {
                leave(proposal, flood, places.pool(pool));
            }
        });
    }

    private void leave(UUID proposal, Flood flood, MemberPool pool) {
        places.place(flood, pool.id()).requireJoined(pool.name());
        Instant now = clock.instant();
        String memo =
                pool.name() + " leaves " + flood.name() + " and takes the rest of its stake along, by its own vote";
        books.goHome(Reason.vote(FloodBooks.LEFT, proposal, memo, now), flood, pool);
        floods.endStay(flood.id(), pool.id(), now, proposal);
        FloodState next =
                flood.state().afterLeaving(floods.joinedPools(flood.id()).size());
        if (next != flood.state()) {
            floods.setState(flood.id(), next);
        }
    }
}
