package coop.pools.governance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * When it is worth adding up the papers of a vote with options again, as far as it is known on this node: once as many
 * more have voted as were missing, and at the least a hundredth of all, so that nobody makes it happen at every ballot.
 * With the last ballot it always is.
 */
final class Looks {
    private static final int MOST_VOTES = 1_000;
    private static final int PARTS = 100;

    /** How few must be left. */
    private final Map<UUID, Long> next = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST_VOTES;
        }
    });

    boolean isDue(UUID proposal, long left) {
        return left <= next.getOrDefault(proposal, left);
    }

    /** @param missing how many more must vote before the result can be certain; 0 when it is */
    void looked(UUID proposal, long people, long left, long missing) {
        next.put(proposal, Math.max(0, left - Math.max(missing, people / PARTS)));
    }
}
