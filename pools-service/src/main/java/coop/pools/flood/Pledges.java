package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.Pledge;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Carries out a Pool's passed votes to pledge money to a Flood and to end a pledge. What is pledged moves later, by
 * {@link CarryOutPledges}.
 */
public final class Pledges {
    private final Transactions transactions;
    private final Clock clock;
    private final Places places;
    private final PledgeStore store;

    public Pledges(Transactions transactions, Clock clock, Places places, PledgeStore store) {
        this.transactions = transactions;
        this.clock = clock;
        this.places = places;
        this.store = store;
    }

    /** Refuses as putting money in does; doing it again for the same proposal changes nothing. */
    public void make(UUID proposal, UUID pool, Action.Pledge action) {
        transactions.inTransaction(() -> {
            Flood flood = places.lock(action.flood());
            Member pledger = places.member(pool);
            String currency = action.amount().currency().getCurrencyCode();
            places.place(flood, pool).requireMayFund(pledger.name(), currency);
            Pledge.Promise promise = new Pledge.Promise(action.amount(), action.basisPoints(), action.most());
            store.insert(Pledge.made(proposal, flood.id(), pool, promise, clock.instant()));
        });
    }

    /** Refused with PLEDGE_NOT_OPEN for another Pool's, an unknown one or one that has ended. */
    public void end(UUID pool, UUID pledge) {
        transactions.inTransaction(() -> {
            Pledge present = store.lock(pledge)
                    .filter(found -> found.pool().equals(pool) && found.isOpen())
                    .orElseThrow(Pledges::notOpen);
            store.save(present.ended(clock.instant()));
        });
    }

    private static Refused notOpen() {
        return new Refused(FloodRefusal.PLEDGE_NOT_OPEN, Map.of("field", "action.pledge"));
    }
}
