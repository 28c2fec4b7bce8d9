package coop.pools.platform.db;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the callers of batches that are committed as soon as they are durable, while the writer is at the next batch:
 * neither syncing a file nor waking dozens of callers is waited for by those who come after.
 */
final class BatchAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchAnswers.class);
    /** Besides those that are being synced: the writer waits when there are more, so that its batches grow instead. */
    private static final int MOST_WAITING = 2;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);
    private static final Batch LAST = new Batch(() -> {}, List.of());

    private final Durability durability;
    private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "shared-writer-answers");

    BatchAnswers(Durability durability) {
        this.durability = durability;
        thread.setDaemon(true);
        thread.start();
    }

    /** Somebody who waits for an answer. */
    interface Caller {
        void answer();

        void fail(Throwable why);
    }

    private record Batch(Runnable afterwards, List<Caller> callers) {}

    /**
     * Waits while too many batches wait.
     *
     * @param afterwards what is to be done before the callers of the batch are answered
     */
    void whenDurable(Runnable afterwards, List<? extends Caller> callers) {
        put(new Batch(afterwards, List.copyOf(callers)));
    }

    private void put(Batch batch) {
        try {
            waiting.put(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            settle(List.of(batch));
        }
    }

    private void run() {
        List<Batch> batches = new ArrayList<>();
        boolean open = true;
        while (open) {
            batches.clear();
            try {
                batches.add(waiting.take());
                waiting.drainTo(batches);
                open = !batches.remove(LAST);
                if (!batches.isEmpty()) {
                    settle(batches);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void settle(List<Batch> batches) {
        try {
            durability.awaitSynced();
        } catch (RuntimeException | Error e) {
            // They may be lost: whoever sends again is told whether they were.
            batches.forEach(batch -> batch.callers().forEach(caller -> caller.fail(e)));
            return;
        }
        for (Batch batch : batches) {
            quietly(batch.afterwards());
            batch.callers().forEach(caller -> quietly(caller::answer));
        }
    }

    /** It is committed: whatever happens to one of them, the others are answered. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("what was to be done after a commit was not", e);
        }
    }

    /** Waits for those who still wait. */
    @Override
    public void close() {
        put(LAST);
        try {
            thread.join(LONGEST_GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
