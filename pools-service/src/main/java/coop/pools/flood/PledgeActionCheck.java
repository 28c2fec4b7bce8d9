package coop.pools.flood;

import coop.pools.flood.domain.FloodRefusal;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.util.Map;

/** Lets a Pool end only pledges of its own that are open; refuses others with {@link FloodRefusal#PLEDGE_NOT_OPEN}. */
public final class PledgeActionCheck implements ActionCheck {
    private final PledgeStore pledges;

    public PledgeActionCheck(PledgeStore pledges) {
        this.pledges = pledges;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.EndPledge end) {
            pledges.find(end.pledge())
                    .filter(found -> found.pool().equals(body.id()) && found.isOpen())
                    .orElseThrow(() -> new Refused(FloodRefusal.PLEDGE_NOT_OPEN, Map.of("field", "action.pledge")));
        }
    }
}
