package coop.pools.platform.db;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on one database: READ COMMITTED, which is what both databases begin with, retried when the database asks
 * for it, durable when they return.
 */
public final class JdbiTransactions implements Transactions, Batches, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiTransactions.class);
    private static final int MAX_ATTEMPTS = 8;
    private static final long FIRST_PAUSE_NANOS = 2_000_000;

    private final Jdbi jdbi;
    private final Durability durability;
    private final ThreadLocal<RunningTransaction> running = new ThreadLocal<>();
    private final Stores stores;
    private final SharedWriter writer = new SharedWriter(this);

    public JdbiTransactions(Jdbi jdbi, Durability durability) {
        this.jdbi = jdbi;
        this.durability = durability;
        this.stores = new Stores(jdbi, this::running);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                running().ifPresent(RunningTransaction::write);
            }
        });
    }

    /** An SQL object that joins the transaction it is called in. */
    public <S> S store(Class<S> sqlObject) {
        return stores.of(sqlObject);
    }

    /** Whether the present thread is inside a transaction; the outside world must not be called then. */
    public boolean isActive() {
        return running.get() != null;
    }

    private Optional<RunningTransaction> running() {
        return Optional.ofNullable(running.get());
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return isActive() ? work.get() : withRetries(work, false);
    }

    /** A transaction in which stores gather what they read and write. */
    void inBatch(Runnable work) {
        withRetries(
                () -> {
                    work.run();
                    return true;
                },
                true);
    }

    @Override
    public <T> T inSharedTransaction(List<Runnable> ahead, Supplier<T> work) {
        return isActive() ? work.get() : writer.submit(ahead, work);
    }

    @Override
    public <T> Optional<T> common(Object owner, Supplier<T> begin) {
        return running().filter(RunningTransaction::isBatch).map(transaction -> transaction.common(owner, begin));
    }

    @Override
    public <P extends BatchPart> Optional<P> part(Class<P> kind, Function<Connection, P> begin) {
        return running().filter(RunningTransaction::isBatch).map(transaction -> transaction.part(kind, begin));
    }

    @Override
    public void afterCommit(Runnable work) {
        running().ifPresentOrElse(transaction -> transaction.afterCommit(work), work);
    }

    private <T> T withRetries(Supplier<T> work, boolean batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, batch);
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

    private <T> T once(Supplier<T> work, boolean batch) {
        RunningTransaction[] committed = new RunningTransaction[1];
        T result = jdbi.inTransaction(handle -> {
            RunningTransaction transaction = new RunningTransaction(handle, batch);
            committed[0] = transaction;
            running.set(transaction);
            try {
                T done = work.get();
                transaction.write();
                return done;
            } finally {
                running.remove();
            }
        });
        durability.awaitSynced();
        committed[0].committed();
        return result;
    }

    @Override
    public void close() {
        writer.close();
    }
}
