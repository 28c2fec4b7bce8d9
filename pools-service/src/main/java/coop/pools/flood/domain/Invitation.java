package coop.pools.flood.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The consent to a Pool's joining: it was named when the Flood was founded, or the Flood has voted so. It stays good: a
 * Pool that voted no, or left, may vote again; only parting from a Pool ends it.
 *
 * @param proposal the vote that was opened in the Pool, or the one that brought it in
 */
public record Invitation(UUID flood, UUID pool, UUID proposal, Instant invitedAt, Optional<Instant> endedAt) {
    /** A fresh consent. */
    public static Invitation given(UUID flood, UUID pool, UUID proposal, Instant at) {
        return new Invitation(flood, pool, proposal, at, Optional.empty());
    }

    public boolean isGood() {
        return endedAt.isEmpty();
    }
}
