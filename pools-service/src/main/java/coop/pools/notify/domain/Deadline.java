package coop.pools.notify.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A moment in the life of a proposal, for a calendar.
 *
 * @param kind opens, closes or enacts; the same moment keeps its id when it moves
 * @param cancelled whether it will not come, or did not
 */
public record Deadline(UUID proposal, String kind, String title, String place, Instant at, boolean cancelled) {}
