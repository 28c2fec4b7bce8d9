package coop.pools.custody.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody's time as a steward.
 *
 * @param body the Pool or Flood
 * @param namedBy the vote; empty for a founder, who is one from the beginning
 * @param until when the term ends unless a vote ends it before; empty where it has no end
 */
public record StewardTerm(
        UUID body,
        UUID person,
        Instant since,
        Optional<UUID> namedBy,
        Optional<UUID> endedBy,
        Optional<Instant> endedAt,
        Optional<Instant> until) {

    /** Whether no vote has ended it. */
    public boolean isOpen() {
        return endedAt.isEmpty();
    }

    public boolean isOver(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }
}
