package coop.pools.platform.db;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
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
    private final SharedWriter writer;
    private final SqlTurns turns;

    public JdbiTransactions(Jdbi jdbi, Durability durability) {
        this.jdbi = jdbi;
        this.durability = durability;
        this.stores = new Stores(jdbi, this::running);
        this.writer = new SharedWriter(this, durability);
        this.turns = store(SqlTurns.class);
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
        return isActive() ? work.get() : durably(work);
    }

    @Override
    public <T> T inTurn(UUID whose, Supplier<T> work) {
        return inTransaction(() -> {
            turns.take(whose);
            return work.get();
        });
    }

    /** What is committed is not done again, whatever fails afterwards. */
    private <T> T durably(Supplier<T> work) {
        Committed<T> committed = withRetries(() -> committed(work, false));
        durability.awaitSynced();
        committed.transaction().committed();
        return committed.result();
    }

    /**
     * A transaction in which stores gather what they read and write. It is committed when this returns, but not durable.
     *
     * @return what is to be done when it is
     */
    Runnable inBatch(Runnable work) {
        Supplier<Boolean> all = () -> {
            work.run();
            return true;
        };
        return withRetries(() -> committed(all, true)).transaction()::committed;
    }

    @Override
    public <T> CompletableFuture<T> soonInSharedTransaction(List<Runnable> ahead, Supplier<T> work) {
        return isActive() ? CompletableFuture.completedFuture(work.get()) : writer.submit(ahead, work);
    }

    @Override
    public <T> Optional<T> common(Object owner, Supplier<T> begin) {
        return running().filter(RunningTransaction::isBatch).map(transaction -> transaction.common(owner, begin));
    }

    @Override
    public <P extends BatchPart> Optional<P> part(Class<P> kind, Function<Connection, P> begin) {
        return running().filter(RunningTransaction::isBatch).map(transaction -> transaction.part(kind, begin));
    }

    /** Has the stores of the present batch read what they were told to expect. */
    void readAhead() {
        running().ifPresent(RunningTransaction::readAhead);
    }

    @Override
    public void afterCommit(Runnable work) {
        running().ifPresentOrElse(transaction -> transaction.afterCommit(work), work);
    }

    private <T> T withRetries(Supplier<T> attempted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempted.get();
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

    private record Committed<T>(T result, RunningTransaction transaction) {}

    private <T> Committed<T> committed(Supplier<T> work, boolean batch) {
        return jdbi.inTransaction(handle -> {
            RunningTransaction transaction = batch ? RunningTransaction.batch(handle) : RunningTransaction.of(handle);
            running.set(transaction);
            try {
                T result = work.get();
                transaction.write();
                return new Committed<>(result, transaction);
            } finally {
                running.remove();
            }
        });
    }

    @Override
    public void close() {
        writer.close();
    }
}
