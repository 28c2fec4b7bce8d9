package coop.pools.notify;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Marks the caller's notices as read, up to the newest that they have seen. */
public final class MarkNoticesRead {
    private final Transactions transactions;
    private final NoticeStore store;
    private final Clock clock;

    public MarkNoticesRead(Transactions transactions, NoticeStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** @throws coop.pools.kernel.Refused SIGN_IN_REQUIRED or SCOPE_MISSING */
    public int mark(Caller caller, Instant upTo) {
        UUID person = caller.require(Scope.READ);
        return transactions.inTransaction(() -> store.markRead(person, upTo, clock.instant()));
    }
}
