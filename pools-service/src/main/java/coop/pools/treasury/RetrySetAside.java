package coop.pools.treasury;

import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;

/** An operator has events that were set aside tried again, in the way that all waiting events are. */
public final class RetrySetAside {
    private final Transactions transactions;
    private final InboxStore inbox;
    private final Clock clock;
    private final Runnable wake;

    /** @param wake tells the jobs that there is something to do */
    public RetrySetAside(Transactions transactions, InboxStore inbox, Clock clock, Runnable wake) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.clock = clock;
        this.wake = wake;
    }

    /**
     * How many wait now. Those that could never be read stay as they are.
     *
     * @param eventId empty for all
     */
    public int retry(Optional<String> eventId) {
        return transactions.inTransaction(() -> {
            transactions.afterCommit(wake);
            return eventId.map(id -> inbox.retry(id, clock.instant())).orElseGet(() -> inbox.retryAll(clock.instant()));
        });
    }
}
