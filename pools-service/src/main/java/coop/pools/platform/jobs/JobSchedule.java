package coop.pools.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import coop.pools.kernel.DueWork;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Wakes each kind of due work every two seconds, on one of the nodes that share the database. */
public final class JobSchedule implements Managed {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int THREADS = 2;

    private final Scheduler scheduler;

    public JobSchedule(DataSource dataSource, DueWorkRunner runner) {
        List<RecurringTask<Void>> tasks =
                runner.works().stream().map(work -> task(work, runner)).toList();
        scheduler = Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(PAUSE)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    private static RecurringTask<Void> task(DueWork work, DueWorkRunner runner) {
        return Tasks.recurring(work.name(), FixedDelay.of(PAUSE)).execute((instance, context) -> runner.runOne(work));
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }
}
