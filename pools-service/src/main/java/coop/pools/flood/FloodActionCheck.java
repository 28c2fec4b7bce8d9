package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.util.Map;
import java.util.UUID;

/**
 * What Pools can decide about Floods, and Floods for themselves: an active Flood takes positions and pays; everything
 * else is decided by its Pools. Refuses as {@link PoolPlace} does and with {@link FloodRefusal#NOT_FOR_THIS_BODY}.
 */
public final class FloodActionCheck implements ActionCheck {
    private final Places places;

    public FloodActionCheck(Places places) {
        this.places = places;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (body.kind() == BodyRef.Kind.FLOOD) {
            checkInFlood(body.id(), action);
        } else {
            checkInPool(body.id(), action);
        }
    }

    private void checkInFlood(UUID flood, Action action) {
        boolean floodsMay = action.fold(new Action.Handler<>(
                statement -> true,
                pay -> true,
                rules -> false,
                join -> false,
                fund -> false,
                leave -> false,
                allocate -> true,
                close -> true,
                custody -> false,
                name -> false,
                end -> false,
                admit -> false,
                remove -> false,
                ombud -> false,
                ended -> false,
                stop -> true,
                form -> false,
                end -> false));
        if (!floodsMay) {
            throw new Refused(FloodRefusal.NOT_FOR_THIS_BODY, Map.of("action", action.type()));
        }
        PoolPlace.requireActive(places.flood(flood));
    }

    private void checkInPool(UUID pool, Action action) {
        action.fold(new Action.Handler<>(
                statement -> null,
                pay -> null,
                rules -> null,
                join -> checked(() -> mayJoin(pool, join.flood())),
                fund -> checked(() -> mayFund(pool, fund)),
                leave -> checked(() -> mayLeave(pool, leave.flood())),
                allocate -> null,
                close -> null,
                custody -> null,
                name -> null,
                end -> null,
                admit -> null,
                remove -> null,
                ombud -> null,
                ended -> null,
                stop -> null,
                form -> null,
                end -> null));
    }

    private static Void checked(Runnable check) {
        check.run();
        return null;
    }

    private void mayJoin(UUID pool, UUID flood) {
        MemberPool candidate = places.pool(pool);
        place(pool, flood).requireMayJoin(candidate.name(), candidate.currency());
    }

    private void mayFund(UUID pool, Action.FundFlood fund) {
        String currency = fund.amount().currency().getCurrencyCode();
        place(pool, fund.flood()).requireMayFund(places.pool(pool).name(), currency);
    }

    private void mayLeave(UUID pool, UUID flood) {
        place(pool, flood).requireJoined(places.pool(pool).name());
    }

    private PoolPlace place(UUID pool, UUID floodId) {
        Flood flood = places.flood(floodId);
        return places.place(flood, pool);
    }
}
