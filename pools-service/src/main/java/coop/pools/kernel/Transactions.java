package coop.pools.kernel;

import java.util.function.Supplier;

/**
 * Where database transactions begin. Stores called inside join the transaction; a nested call joins the outer one.
 *
 * <p>When a call returns, what it wrote is durable: synced to the disk. Serialization failures, deadlocks and lock
 * time-outs are tried again a bounded number of times (so the work must be repeatable and must not call the outside
 * world) and then refused with {@link CommonRefusal#TRY_AGAIN}. Any exception undoes everything.
 */
public interface Transactions {
    /** Runs the work in one transaction of its own. */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs the work on this node's single writer, in one transaction shared with whatever else waits at that moment.
     * For short work on hot rows: webhooks and ballots. A refusal of one piece of work leaves the others untouched.
     */
    default <T> T inSharedTransaction(Supplier<T> work) {
        return inSharedTransaction(() -> {}, work);
    }

    /**
     * The same, with a word ahead: {@code expecting} is run for all pieces of work that share the transaction before the
     * first of them, so that stores can be told what will be read, and read it at once. It must change nothing.
     */
    <T> T inSharedTransaction(Runnable expecting, Supplier<T> work);

    /** {@link #inTransaction(Supplier)} for work without a result. */
    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** Runs after the present transaction has been committed; at once when there is none. */
    void afterCommit(Runnable work);
}
