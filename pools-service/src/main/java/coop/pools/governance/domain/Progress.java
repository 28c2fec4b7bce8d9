package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What has happened to a proposal so far. Each part appears at most once and stays.
 *
 * @param outcome stored together with {@code closedAt}
 */
public record Progress(
        Optional<Vote> vote,
        Optional<Instant> closedAt,
        Optional<Outcome> outcome,
        Optional<Instant> enactedAt,
        Optional<Blocked> blocked,
        Optional<Instant> withdrawnAt) {
    /** A new proposal. */
    public static final Progress NONE = new Progress(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
