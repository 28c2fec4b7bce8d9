package coop.pools.exit;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Pays those who have left as money comes in: looks at each Pool with open claims once an hour. */
public final class PayExits implements DueWork {
    private final Transactions transactions;
    private final ExitStore store;
    private final QueueOfExits queue;
    private final Clock clock;

    public PayExits(Transactions transactions, ExitStore store, QueueOfExits queue, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pay-exits";
    }

    @Override
    public int run(int atMost) {
        List<UUID> due = store.due(clock.instant(), atMost);
        for (UUID pool : due) {
            transactions.inTransaction(() -> queue.work(pool));
        }
        return due.size();
    }
}
