package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One revision of a person's ballot; the latest counts, earlier ones stay on record.
 *
 * @param revision from 1, without gaps
 * @param choice empty when the person took the ballot back
 * @param reason plain text, may be empty
 */
public record Ballot(UUID person, int revision, Optional<Choice> choice, String reason, Instant castAt) {}
