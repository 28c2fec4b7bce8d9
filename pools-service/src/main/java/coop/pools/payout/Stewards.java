package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import java.util.List;
import java.util.UUID;

/** Who carries out the payments of a Pool that holds its own money; implemented in the wiring. */
public interface Stewards {
    /** Present members only; may be empty, at most fifty. */
    List<UUID> of(BodyRef body);
}
