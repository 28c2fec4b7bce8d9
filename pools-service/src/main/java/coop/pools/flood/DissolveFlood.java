package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Carries out a Flood's passed vote to end: each Pool takes along what is left of its stake. Nothing is left to be
 * divided, since the stakes add up to what the Flood has, to the cent; what comes back later of payments on their way
 * goes to those who gave it.
 */
public final class DissolveFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final FloodStore floods;
    private final Places places;
    private final Parting parting;

    public DissolveFlood(Transactions transactions, Clock clock, FloodStore floods, Places places, Parting parting) {
        this.transactions = transactions;
        this.clock = clock;
        this.floods = floods;
        this.places = places;
        this.parting = parting;
    }

    /** Doing it again changes nothing. */
    public void dissolve(UUID proposal, UUID floodId) {
        transactions.inTransaction(() -> {
            Instant now = clock.instant();
            Parting.Held held = parting.hold(floodId, now);
            Flood flood = held.flood();
            parting.leaveLarger(held, proposal, now);
            for (UUID id : floods.joinedPools(floodId)) {
                Member pool = places.member(id);
                String memo = flood.name() + " ends, and " + pool.name() + " takes the rest of its stake along";
                parting.part(held, pool, proposal, memo, now);
            }
            floods.setState(floodId, FloodState.DISSOLVED);
        });
    }
}
