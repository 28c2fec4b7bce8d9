package coop.pools.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
     * Runs the work in one transaction while no other work in this turn runs, on any node. For what counts before it
     * writes: a limit that many requests at once must not pass. Where locks of other things are needed too, the turn
     * comes first, unless whoever holds such a turn waits for nothing else.
     *
     * @param whose the person or the body whose limit it is
     */
    <T> T inTurn(UUID whose, Supplier<T> work);

    /**
     * Runs the work on this node's single writer, in one transaction shared with whatever else waits at that moment.
     * For short work on hot rows: webhooks and ballots. A refusal of one piece of work leaves the others untouched.
     */
    default <T> T inSharedTransaction(Supplier<T> work) {
        return inSharedTransaction(List.of(), work);
    }

    /** The same, with one word ahead. */
    default <T> T inSharedTransaction(Runnable expecting, Supplier<T> work) {
        return inSharedTransaction(List.of(expecting), work);
    }

    /**
     * The same, with words ahead: the first ones of all pieces of work that share the transaction are run before any
     * second one, and all of them before the first piece, so that stores can be told what will be read, and read it at
     * once before the next word. They must change nothing, and are left out where a piece is done alone.
     */
    default <T> T inSharedTransaction(List<Runnable> ahead, Supplier<T> work) {
        return Soon.awaited(soonInSharedTransaction(ahead, work));
    }

    /**
     * The same, for callers that have better to do than to wait. What depends on the answer runs in a thread that
     * answers many: it must be quick and must not wait for anything.
     *
     * @return completed when what was written is durable
     */
    <T> CompletableFuture<T> soonInSharedTransaction(List<Runnable> ahead, Supplier<T> work);

    /**
     * What the pieces of work in the present shared transaction have in common, begun when it is first asked for and
     * gone with the transaction; empty elsewhere.
     */
    <T> Optional<T> common(Object owner, Supplier<T> begin);

    /** {@link #inTransaction(Supplier)} for work without a result. */
    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** {@link #inTurn(UUID, Supplier)} for work without a result. */
    default void inTurn(UUID whose, Runnable work) {
        inTurn(whose, () -> {
            work.run();
            return null;
        });
    }

    /** Runs after the present transaction has been committed; at once when there is none. */
    void afterCommit(Runnable work);
}
