package coop.pools.round;

import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Refused;
import coop.pools.round.domain.Round;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends rounds before their time: one, as a passed proposal says; or all of a Pool or Flood that ends. Called inside the
 * transaction of the enactment.
 */
public final class EndRound {
    private final RoundStore store;
    private final Ending ending;
    private final Clock clock;

    public EndRound(RoundStore store, Ending ending, Clock clock) {
        this.store = store;
        this.ending = ending;
        this.clock = clock;
    }

    /** @throws Refused UNKNOWN_ROUND or ROUND_CLOSED */
    public void end(UUID proposal, BodyRef body, RoundOrder.End order) {
        ending.hold(body);
        if (store.find(order.round()).filter(found -> found.body().equals(body)).isEmpty()) {
            throw new Refused(RoundRefusal.UNKNOWN_ROUND, Map.of("field", "action.round"));
        }
        Round round = ending.held(order.round()).orElseThrow(() -> new Refused(RoundRefusal.ROUND_CLOSED));
        ending.end(round, order.funds(), Optional.of(proposal), clock.instant());
    }

    /** The body ends: what is in the pots goes back, and nothing can be given any more. */
    public void endAll(BodyRef body, UUID proposal) {
        ending.hold(body);
        store.running(body)
                .forEach(id -> ending.held(id)
                        .ifPresent(round -> ending.end(round, false, Optional.of(proposal), clock.instant())));
    }
}
