package coop.pools.custody.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody's time as a steward. {@code namedBy} is the vote; empty for a founder, who is one from the beginning. */
public record StewardTerm(
        UUID pool,
        UUID person,
        Instant since,
        Optional<UUID> namedBy,
        Optional<UUID> endedBy,
        Optional<Instant> endedAt) {

    public boolean isOpen() {
        return endedAt.isEmpty();
    }
}
