package coop.pools.membership;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Notes who took part in votes that have closed, so that a quorum is not asked of those who have been silent for long
 * (article 20). It comes after the votes, so that casting and closing stay as fast as they are.
 */
public final class NoteTakingPart implements DueWork {
    /** A close on another node may be written a little later than it is dated. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** A member is noted once a day at most. */
    private static final Duration STALE = Duration.ofDays(1);

    private final Transactions transactions;
    private final TakingPartStore store;
    private final Clock clock;

    public NoteTakingPart(Transactions transactions, TakingPartStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "note-taking-part";
    }

    @Override
    public int run(int atMost) {
        Instant before = clock.instant().minus(SETTLED);
        return transactions.inTransaction(() -> {
            TakingPartStore.Upto upto = store.lock();
            List<TakingPartStore.Upto> closed = store.closed(upto.upto(), upto.uptoId(), before, atMost);
            for (TakingPartStore.Upto vote : closed) {
                store.note(vote.uptoId(), vote.upto(), vote.upto().minus(STALE));
                store.move(vote.upto(), vote.uptoId());
            }
            return closed.size();
        });
    }
}
