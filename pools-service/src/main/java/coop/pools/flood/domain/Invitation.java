package coop.pools.flood.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A Pool was asked to join when the Flood was founded. It stays good: a Pool that voted no, or left, may vote again.
 *
 * @param proposal the vote that was opened in the Pool at once
 */
public record Invitation(UUID flood, UUID pool, UUID proposal, Instant invitedAt) {}
