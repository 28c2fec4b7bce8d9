package coop.pools.identity;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes what is left of signing in once it can open nothing any more: attempts after a day, expired sessions. */
public final class ForgetOldSignIns implements DueWork {
    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(1);

    private final Transactions transactions;
    private final IdentityStore store;
    private final Clock clock;

    public ForgetOldSignIns(Transactions transactions, IdentityStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-sign-ins";
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        return transactions.inTransaction(
                () -> store.deleteOldAttempts(now.minus(ATTEMPTS_KEPT)) + store.deleteOldSessions(now));
    }
}
