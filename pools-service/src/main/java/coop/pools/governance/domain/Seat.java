package coop.pools.governance.domain;

import java.util.UUID;

/**
 * A Pool whose people are counted for a member of a Flood: for itself, or for each Flood within that it is in.
 *
 * @param member the Pool or Flood that belongs to the deciding Flood
 */
public record Seat(UUID member, UUID pool) {}
