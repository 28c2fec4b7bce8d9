package coop.pools.flood;

import coop.pools.bylaws.BylawsVersion;
import coop.pools.flood.Entrance.Door;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.JoinRequest;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Carries out a Pool's passed vote to join a Flood, by which its people adopt the compact as it read when the vote
 * opened. With the Flood's consent, or where none is needed, the Pool is in it at once, with no stake yet; otherwise it
 * waits, and a vote on the consent opens in the Flood.
 *
 * <p>Refuses as {@link PoolPlace#requireMayJoin} does, with {@link FloodRefusal#NOT_INVITED} where the Flood asks first,
 * with {@link FloodRefusal#COMPACT_CHANGED} and {@link FloodRefusal#FLOOD_FULL}; and a Pool that is ending.
 */
public final class JoinFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final Places places;
    private final Entrance entrance;
    private final AskFlood askFlood;

    public JoinFlood(Transactions transactions, Clock clock, Places places, Entrance entrance, AskFlood askFlood) {
        this.transactions = transactions;
        this.clock = clock;
        this.places = places;
        this.entrance = entrance;
        this.askFlood = askFlood;
    }

    /** Doing it again for the same proposal changes nothing. */
    public void join(Voted voted, UUID pool, Action.JoinFlood action) {
        transactions.inTransaction(() -> {
            Member joining = places.member(pool);
            Flood flood = places.lock(action.flood(), joining);
            if (!places.hasJoinedBy(flood, pool, voted.proposal())
                    && askFlood.waiting(flood, pool)
                            .filter(request -> request.proposal().equals(voted.proposal()))
                            .isEmpty()) {
                join(voted, flood, joining);
            }
        });
    }

    private void join(Voted voted, Flood flood, Member pool) {
        Instant now = clock.instant();
        entrance.requireGoingOn(pool.id());
        PoolPlace place = places.place(flood, pool.id());
        place.requireMayJoin(pool.name(), pool.currency());
        entrance.requireMayNest(flood, pool);
        BylawsVersion compact = entrance.compactSince(flood, voted.openedAt());
        Door door = entrance.door(flood);
        if (place.invited() || door == Door.OPEN) {
            entrance.enter(flood, pool.id(), voted.proposal(), compact.sha256(), now);
        } else if (door == Door.INVITED) {
            throw new Refused(FloodRefusal.NOT_INVITED, Map.of("flood", flood.name(), "pool", pool.name()));
        } else {
            JoinRequest request = new JoinRequest(flood.id(), pool.id(), voted.proposal(), compact.sha256(), now);
            askFlood.ask(flood, pool, request, voted);
        }
    }
}
