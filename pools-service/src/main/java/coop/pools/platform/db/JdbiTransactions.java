package coop.pools.platform.db;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on one database: READ COMMITTED, retried when the database asks for it, durable when they return. */
public final class JdbiTransactions implements Transactions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiTransactions.class);
    private static final int MAX_ATTEMPTS = 8;
    private static final long FIRST_PAUSE_NANOS = 2_000_000;

    private final Jdbi jdbi;
    private final Durability durability;
    private final ThreadLocal<List<Runnable>> afterCommit = new ThreadLocal<>();
    private final SharedWriter writer = new SharedWriter(this);

    public JdbiTransactions(Jdbi jdbi, Durability durability) {
        this.jdbi = jdbi;
        this.durability = durability;
    }

    /** Whether the present thread is inside a transaction; the outside world must not be called then. */
    public boolean isActive() {
        return afterCommit.get() != null;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return isActive() ? work.get() : withRetries(work);
    }

    @Override
    public <T> T inSharedTransaction(Supplier<T> work) {
        return isActive() ? work.get() : writer.submit(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        List<Runnable> waiting = afterCommit.get();
        if (waiting == null) {
            work.run();
        } else {
            waiting.add(work);
        }
    }

    private <T> T withRetries(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (!SqlStates.isRetryable(e)) {
                    throw e;
                }
                if (attempt == MAX_ATTEMPTS) {
                    LOG.warn("gave up after {} attempts", attempt, e);
                    throw new Refused(CommonRefusal.TRY_AGAIN);
                }
                LockSupport.parkNanos((FIRST_PAUSE_NANOS << attempt) + System.nanoTime() % FIRST_PAUSE_NANOS);
            }
        }
    }

    private <T> T once(Supplier<T> work) {
        List<Runnable> callbacks = new ArrayList<>();
        afterCommit.set(callbacks);
        T result;
        try {
            result = jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> work.get());
        } finally {
            afterCommit.remove();
        }
        durability.awaitSynced();
        callbacks.forEach(Runnable::run);
        return result;
    }

    @Override
    public void close() {
        writer.close();
    }
}
