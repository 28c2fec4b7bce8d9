package coop.pools.membership.domain;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a roster, in the source's order.
 *
 * @param total how many the source says there are; empty when it does not say
 * @param next where to go on; empty at the end
 */
public record RosterChunk(List<RosterRow> rows, Optional<Integer> total, Optional<String> next) {
    public RosterChunk {
        rows = List.copyOf(rows);
    }
}
