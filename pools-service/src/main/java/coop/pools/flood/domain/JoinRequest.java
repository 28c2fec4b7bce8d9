package coop.pools.flood.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A Pool's own vote to join, which waits for the consent of the Flood.
 *
 * @param proposal the passed vote
 * @param compactSha256 the fingerprint of the compact that its people adopted
 */
public record JoinRequest(UUID flood, UUID pool, UUID proposal, String compactSha256, Instant askedAt) {}
