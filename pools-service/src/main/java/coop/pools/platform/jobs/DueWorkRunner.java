package coop.pools.platform.jobs;

import coop.pools.kernel.DueWork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs due work: piece by piece for the schedule, all of it when the clock was moved or something just became due. */
public final class DueWorkRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final int BATCH = 100;
    private static final int MOST_ROUNDS = 200;

    private final List<DueWork> works;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "due-work");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean closed;

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
                done += closed ? 0 : runOne(work);
            }
            if (done == 0) {
                return;
            }
        }
    }

    /**
     * Runs one kind of work; trouble of any kind is logged, and the work stays due and holds up no other. On one node the
     * same kind runs once at a time, so that whoever asks for all of it also waits for what was begun before.
     */
    public int runOne(DueWork work) {
        try {
            synchronized (work) {
                return work.run(BATCH);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("due work {} failed and stays due", work.name(), e);
            return 0;
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

    /** Waits for the piece of work under way: an interrupted thread would close H2's file under everybody's feet. */
    @Override
    public void close() {
        closed = true;
        background.shutdown();
        try {
            if (!background.awaitTermination(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("due work is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
