package coop.pools.platform.jobs;

import coop.pools.kernel.DueWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs due work: piece by piece for the schedule, all of it when the clock was moved or something just became due. */
public final class DueWorkRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final int BATCH = 100;
    private static final int MOST_ROUNDS = 200;

    private final List<DueWork> works;
    private final Map<DueWork, Lock> turns = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "due-work");
        thread.setDaemon(true);
        return thread;
    });

    public DueWorkRunner(List<DueWork> works) {
        this.works = List.copyOf(works);
    }

    public List<DueWork> works() {
        return works;
    }

    /** Runs everything again and again until nothing is due any more; bounded. */
    public void runAll() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int done = 0;
            for (DueWork work : works) {
                done += runOne(work);
            }
            if (done == 0) {
                return;
            }
        }
    }

    /**
     * Runs one kind of work; trouble is logged and the work stays due. On this node a kind runs once at a time, so
     * whoever finds nothing due any more knows that all of it has ended, too.
     */
    public int runOne(DueWork work) {
        Lock turn = turns.computeIfAbsent(work, none -> new ReentrantLock());
        turn.lock();
        try {
            return work.run(BATCH);
        } catch (RuntimeException e) {
            LOG.warn("due work {} failed and stays due", work.name(), e);
            return 0;
        } finally {
            turn.unlock();
        }
    }

    /** Runs everything soon, in the background; calls that come meanwhile are one. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                background.execute(() -> {
                    woken.set(false);
                    runAll();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("stopping: due work waits for the next start");
            }
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
