package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.JoinRequest;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out a Flood's passed vote to let a Pool join. A Pool that has voted so already is in it at once, if its people
 * adopted the compact as it reads now; otherwise a vote opens in the Pool.
 *
 * <p>Refuses as {@link coop.pools.flood.domain.PoolPlace#requireMayJoin} does and with
 * {@link coop.pools.flood.domain.FloodRefusal#FLOOD_FULL}; and a Pool that is ending.
 */
public final class AdmitPool {
    private final Transactions transactions;
    private final Clock clock;
    private final Places places;
    private final Entrance entrance;
    private final Asking asking;

    public AdmitPool(Transactions transactions, Clock clock, Places places, Entrance entrance, Asking asking) {
        this.transactions = transactions;
        this.clock = clock;
        this.places = places;
        this.entrance = entrance;
        this.asking = asking;
    }

    /** The two ways of asking. */
    public record Asking(AskFlood flood, InvitePools pools) {}

    /** Doing it again for the same proposal changes nothing. */
    public void admit(Voted voted, UUID floodId, Action.FloodAction.AdmitPool action) {
        transactions.inTransaction(() -> {
            Member pool = places.member(action.pool());
            Flood flood = places.lock(floodId, pool);
            if (places.place(flood, pool.id()).joined()) {
                return;
            }
            entrance.requireGoingOn(pool.id());
            places.place(flood, pool.id()).requireMayJoin(pool.name(), pool.currency());
            entrance.requireMayNest(flood, pool);
            Instant now = clock.instant();
            String compact = entrance.compact(flood).sha256();
            Optional<JoinRequest> waiting = asking.flood()
                    .waiting(flood, pool.id())
                    .filter(request -> request.compactSha256().equals(compact));
            if (waiting.isPresent()) {
                entrance.enter(flood, pool.id(), waiting.get().proposal(), compact, now);
            } else {
                UUID vote = asking.pools().inviteAfter(voted, flood, pool);
                entrance.consent(flood, pool.id(), vote, now);
                asking.pools().open(voted, flood, pool, vote);
            }
        });
    }
}
