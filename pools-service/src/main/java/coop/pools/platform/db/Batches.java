package coop.pools.platform.db;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a store gather what several pieces of work read and write in one shared transaction, so that a hundred of them
 * cost a few statements and not a few hundred. Before any other statement, and before the commit, all that was gathered
 * is written: nobody but the store itself can tell the difference.
 */
public interface Batches {
    /**
     * The store's part of the batch that the present thread writes, begun when it is first asked for; empty outside
     * batches, where a store reads and writes at once.
     */
    <P extends BatchPart> Optional<P> part(Class<P> kind, Function<Connection, P> begin);
}
