package coop.pools.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import coop.pools.kernel.DueWork;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Wakes due work every two seconds, on one of the nodes that share the database. Work of one lane is one task, since each
 * task costs the database three commits.
 */
public final class JobSchedule implements Managed {
    private static final Pace PACE = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(10));
    /** What a killed node had taken is another's after so many; as db-scheduler does it, it would take half an hour. */
    private static final int HEARTBEATS_MISSED = 4;

    private final Scheduler scheduler;

    public JobSchedule(DataSource dataSource, DueWorkRunner runner) {
        this(dataSource, runner, PACE);
    }

    /**
     * How often it looks.
     *
     * @param pause between two times of a task
     * @param heartbeat by which a node shows that it lives
     */
    record Pace(Duration pause, Duration heartbeat) {}

    JobSchedule(DataSource dataSource, DueWorkRunner runner, Pace pace) {
        Map<DueWork.Lane, List<DueWork>> lanes = runner.works().stream()
                .collect(Collectors.groupingBy(
                        DueWork::lane, () -> new EnumMap<>(DueWork.Lane.class), Collectors.toList()));
        List<RecurringTask<Void>> tasks = lanes.entrySet().stream()
                .map(lane -> task(lane.getKey(), lane.getValue(), runner, pace))
                .toList();
        scheduler = Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(tasks.size())
                .pollingInterval(pace.pause())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /** Stops between two works: one that is interrupted would close H2's file under everybody's feet. */
    private static RecurringTask<Void> task(DueWork.Lane lane, List<DueWork> works, DueWorkRunner runner, Pace pace) {
        return Tasks.recurring("due-" + lane.word(), FixedDelay.of(pace.pause()))
                .execute((instance, context) -> {
                    for (DueWork work : works) {
                        if (!context.getSchedulerState().isShuttingDown()) {
                            runner.runOne(work);
                        }
                    }
                });
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
