package coop.pools.payout;

import java.util.Optional;
import java.util.UUID;

/** Where the receipts behind a payout are, for members; implemented in the wiring. */
public interface Papers {
    /** A path of ours; empty when there are none. */
    Optional<String> of(UUID proposal);
}
