package coop.pools.exit;

import coop.pools.custody.HeldMoney;
import coop.pools.custody.WaysIn;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads Pools that end to their end, a step at a time and any number of times: closes the ways in outside transactions,
 * then does under the Pool's locks what can be done.
 */
public final class EndPools implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(EndPools.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Transactions transactions;
    private final PoolEndStore ends;
    private final Ways ways;
    private final EndPool step;
    private final Clock clock;

    public EndPools(Transactions transactions, PoolEndStore ends, Ways ways, EndPool step, Clock clock) {
        this.transactions = transactions;
        this.ends = ends;
        this.ways = ways;
        this.step = step;
        this.clock = clock;
    }

    /** How money comes in, and what of it is still to come. */
    public record Ways(WaysIn in, HeldMoney held) {}

    @Override
    public String name() {
        return "end-pools";
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        List<UUID> due = ends.due(now, atMost);
        for (UUID pool : due) {
            transactions.inTransaction(() -> ends.again(pool, now.plus(AGAIN)));
            try {
                lead(pool, now);
            } catch (RuntimeException accident) {
                LOG.warn("pool {} is led to its end later", pool, accident);
            }
        }
        return due.size();
    }

    private void lead(UUID pool, Instant now) {
        HeldMoney.Left left = ways.held().of(pool);
        if (left.begun() || left.again()) {
            ways.in().close(pool);
        }
        HeldMoney.Left after = ways.held().of(pool);
        boolean closed = !after.begun() && !after.again();
        transactions.inTransaction(() -> ends.lock(pool)
                .filter(end -> end.endedAt().isEmpty())
                .filter(end -> step.lead(end, closed, now) == EndPool.Stands.MORE)
                .ifPresent(end -> ends.again(pool, now)));
    }
}
