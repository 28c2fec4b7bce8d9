package coop.pools.governance;

import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Vote;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Counts that were made for somebody to look at, so that the next one need not count again: kept while nothing has come
 * that could change them, in the memory of this node. What a vote comes to when it closes is never taken from here.
 */
final class LiveCounts<T> {
    /** Where more may vote, a count that took long may be shown for a while although ballots came since. */
    private static final long MANY = 10_000;

    private static final int SHOWN_FOR_TIMES = 20;
    private static final int MOST = 100;

    private final Map<UUID, Kept<T>> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Kept<T>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that a count depends on.
     *
     * @param ballots how many there have been, revisions and all
     * @param delegations how many there have been in the body
     * @param alone for whom nobody else may vote
     * @param closed whether it is counted as of the close
     */
    record State(Vote vote, long ballots, long delegations, List<UUID> alone, boolean closed) {}

    /** @param until from then on a delegation has ended that counted; empty: none will */
    private record Kept<T>(State state, Optional<Instant> until, T count, long madeAt, long took) {
        private boolean holds(State present, Instant now) {
            boolean lasts = until.map(now::isBefore).orElse(true);
            return lasts && (state.equals(present) || isRecent(present));
        }

        private boolean isRecent(State present) {
            return present.vote().electorate() > MANY
                    && state.closed() == present.closed()
                    && System.nanoTime() - madeAt < took * SHOWN_FOR_TIMES;
        }
    }

    /** @param until asked for only when it is counted anew */
    T of(Proposal proposal, State present, Instant now, Supplier<Optional<Instant>> until, Supplier<T> count) {
        Kept<T> last = last(proposal.id());
        if (last != null && last.holds(present, now)) {
            return last.count();
        }
        long start = System.nanoTime();
        Optional<Instant> end = until.get();
        T counted = count.get();
        long made = System.nanoTime();
        keep(proposal.id(), new Kept<>(present, end, counted, made, made - start));
        return counted;
    }

    private synchronized Kept<T> last(UUID proposal) {
        return kept.get(proposal);
    }

    private synchronized void keep(UUID proposal, Kept<T> count) {
        kept.put(proposal, count);
    }
}
