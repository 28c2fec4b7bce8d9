package coop.pools.notify.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A moment in the life of a proposal or a round, for a calendar.
 *
 * @param proposal its id, or that of the round
 * @param kind opens, closes, enacts, second (vote of two can be proposed) or round-closes; the same moment keeps its id
 *     when it moves
 * @param cancelled whether it will not come, or did not
 */
public record Deadline(UUID proposal, String kind, String title, String place, Instant at, boolean cancelled) {
    public static final String ROUND_CLOSES = "round-closes";
}
