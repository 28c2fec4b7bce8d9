package coop.pools.custody;

import coop.pools.custody.domain.Custody;
import coop.pools.custody.domain.CustodyMode;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.util.UUID;

/** Refuses choices of custody that change nothing. */
public final class CustodyActionCheck implements ActionCheck {
    private final CustodyStore store;

    public CustodyActionCheck(CustodyStore store) {
        this.store = store;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.ChooseCustody choose) {
            StewardActionCheck.requirePool(body);
            requireChange(body.id(), CustodyMode.of(choose.mode()));
        }
    }

    void requireChange(UUID pool, CustodyMode wanted) {
        boolean own = store.find(pool)
                .map(Custody::state)
                .filter(state -> state == Custody.State.ONBOARDING || state == Custody.State.ACTIVE)
                .isPresent();
        if (own == (wanted == CustodyMode.OWN)) {
            throw new Refused(CustodyRefusal.CUSTODY_UNCHANGED);
        }
    }
}
