package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What paying out wants to know of the vote behind a payout, and of who is told of it; implemented in the wiring. */
public interface Votes {
    /** When the vote was opened; empty when there is no such vote. */
    Optional<Instant> openedAt(UUID proposal);

    /** Who made the proposal; costs one look at it. */
    Optional<UUID> author(UUID proposal);

    /** Who else is told when a payment of this body needs care: the stewards of a Flood; none of a Pool. */
    default List<UUID> carers(BodyRef body) {
        return List.of();
    }

    /** Who made the proposal, first, and who voted; may be empty, at most 500. Counts the vote. */
    List<UUID> people(UUID proposal);
}
