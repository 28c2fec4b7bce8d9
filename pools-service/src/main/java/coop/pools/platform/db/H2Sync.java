package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * H2 writes what was committed twice a second and never syncs it; a checkpoint here writes and syncs all commits before
 * it. Whoever waits shares one: the first comer runs it, those who came meanwhile share the next. That writes a
 * page that several commits have changed once, and not in the committing thread.
 *
 * <p>Holds one administrator's connection open for the life of the process, so that the file stays open.
 */
public final class H2Sync implements Durability, AutoCloseable {
    private final Connection connection;
    private final Optional<MVStore> store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private long lastTicket;
    private long lastSynced;
    private boolean running;

    /** @param connection of somebody who may administer the database */
    public H2Sync(Connection connection) throws SQLException {
        this.connection = connection;
        this.store = store(connection);
        if (store.isEmpty()) {
            // What another process has open is written at each commit: its background writer cannot be waited for.
            execute("set write_delay 0");
        }
    }

    @Override
    public void awaitSynced() {
        lock.lock();
        try {
            long ticket = ++lastTicket;
            while (lastSynced < ticket) {
                if (running) {
                    finished.awaitUninterruptibly();
                } else {
                    syncAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void syncAll() {
        long upTo = lastTicket;
        running = true;
        lock.unlock();
        boolean done = false;
        try {
            checkpoint();
            done = true;
        } finally {
            lock.lock();
            running = false;
            if (done) {
                lastSynced = Math.max(lastSynced, upTo);
            }
            finished.signalAll();
        }
    }

    /**
     * {@code CHECKPOINT SYNC} waits for what it hands over itself, and not for what H2's background writer has taken just
     * before: the file would be synced without that, so it is waited for in between.
     */
    private void checkpoint() {
        try {
            if (store.isEmpty()) {
                execute("checkpoint sync");
                return;
            }
            execute("checkpoint");
            store.get().executeFilestoreOperation(() -> {});
            store.get().sync();
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be synced to disk", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empty where another process has the file open. */
    private static Optional<MVStore> store(Connection connection) throws SQLException {
        Session session = connection.unwrap(JdbcConnection.class).getSession();
        return session instanceof SessionLocal local
                ? Optional.of(local.getDatabase().getStore().getMvStore())
                : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
