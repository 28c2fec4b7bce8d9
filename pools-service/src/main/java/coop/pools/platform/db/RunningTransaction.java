package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction that one thread is in: its stores, what it has gathered, and what is to be done after its commit. */
final class RunningTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTransaction.class);

    private final Handle handle;
    private final boolean batch;
    private final Map<Class<?>, Object> stores = new HashMap<>();
    private final Map<Class<?>, BatchPart> parts = new LinkedHashMap<>();
    private final Map<Object, Object> common = new IdentityHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean writing;

    private RunningTransaction(Handle handle, boolean batch) {
        this.handle = handle;
        this.batch = batch;
    }

    /** A batch, which finds what it reads by keys. */
    static RunningTransaction batch(Handle handle) {
        RowsToRead.byKeys(DirectConnection.of(handle.getConnection()));
        return new RunningTransaction(handle, true);
    }

    static RunningTransaction of(Handle handle) {
        return new RunningTransaction(handle, false);
    }

    boolean isBatch() {
        return batch;
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    /** What one has to do after the commit does not keep the others from it. */
    void committed() {
        for (Runnable work : afterCommit) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("what was to be done after a commit was not", e);
            }
        }
    }

    /** A store that is about to be used; what others have gathered is written before, so that it sees it. */
    <S> S store(Class<S> sqlObject) {
        write();
        return sqlObject.cast(stores.computeIfAbsent(sqlObject, handle::attach));
    }

    @SuppressWarnings("unchecked")
    <T> T common(Object owner, Supplier<T> begin) {
        return (T) common.computeIfAbsent(owner, unused -> begin.get());
    }

    <P extends BatchPart> P part(Class<P> kind, Function<Connection, P> begin) {
        return kind.cast(
                parts.computeIfAbsent(kind, unused -> begin.apply(DirectConnection.of(handle.getConnection()))));
    }

    /** Asks for everything that is expected. */
    void readAhead() {
        List<RowsToRead> expected = parts.values().stream()
                .flatMap(part -> part.expected().stream())
                .toList();
        RowsToRead.readAll(DirectConnection.of(handle.getConnection()), expected);
    }

    /** Writes what was gathered; the statements that do so are not waited for by themselves. */
    void write() {
        if (writing || parts.isEmpty()) {
            return;
        }
        writing = true;
        try {
            List<RowsToWrite<?>> gathered = parts.values().stream()
                    .<RowsToWrite<?>>flatMap(part -> part.handOver().stream())
                    .toList();
            RowsToWrite.writeAll(DirectConnection.of(handle.getConnection()), gathered);
        } catch (SQLException e) {
            throw new UnwrittenBatch(e);
        } finally {
            writing = false;
        }
    }

    /** What was gathered could not be written. */
    static final class UnwrittenBatch extends RuntimeException {
        private UnwrittenBatch(SQLException cause) {
            super(cause);
        }
    }
}
