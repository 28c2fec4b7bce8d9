package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Stay;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Carries out a Pool's passed vote to join a Flood: the Pool is in it and under its compact, with no stake yet. With
 * the second Pool the Flood becomes active. Refuses as {@link coop.pools.flood.domain.PoolPlace#requireMayJoin} does.
 */
public final class JoinFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final FloodStore floods;
    private final Places places;

    public JoinFlood(Transactions transactions, Clock clock, FloodStore floods, Places places) {
        this.transactions = transactions;
        this.clock = clock;
        this.floods = floods;
        this.places = places;
    }

    /** Doing it again for the same proposal changes nothing. */
    public void join(UUID proposal, UUID pool, Action.JoinFlood action) {
        transactions.inTransaction(() -> {
            Flood flood = places.lock(action.flood());
            List<Stay> stays = floods.stays(flood.id());
            if (stays.stream().noneMatch(stay -> stay.joinedBy().equals(proposal))) {
                join(proposal, flood, places.pool(pool), stays);
            }
        });
    }

    private void join(UUID proposal, Flood flood, MemberPool pool, List<Stay> stays) {
        places.place(flood, pool.id()).requireMayJoin(pool.name(), pool.currency());
        long before =
                stays.stream().filter(stay -> stay.pool().equals(pool.id())).count();
        floods.insertStay(flood.id(), pool.id(), (int) before + 1, clock.instant(), proposal);
        FloodState next =
                flood.state().afterJoining(floods.joinedPools(flood.id()).size());
        if (next != flood.state()) {
            floods.setState(flood.id(), next);
        }
    }
}
