package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.payout.domain.Payout;

/** Who holds a body's money now, and so who carries its payouts out; implemented in the wiring. */
public interface Ways {
    Payout.Way of(BodyRef body);
}
