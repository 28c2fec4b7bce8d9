package coop.pools.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.DueWork.Lane;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.jdbcx.JdbcDataSource;

class JobScheduleTest {
    private static final JobSchedule.Pace QUICK = new JobSchedule.Pace(Duration.ofMillis(50), Duration.ofMillis(50));

    @OneDatabase
    void whoDoesNotAnswerHoldsUpOnlyThoseWhoWaitForTheSame(TestDatabase db) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(3);
        DueWork waits = work("send-payouts", Lane.PROCESSOR, () -> {
            asked.countDown();
            await(answered);
        });
        DueWork goesOn = work("close-votes", Lane.INSIDE, closed::countDown);
        running(db, List.of(waits, goesOn), () -> {
            await(asked);
            await(closed);
            answered.countDown();
        });
    }

    @OneDatabase
    void whatAKilledNodeHadTakenIsSoonDoneByAnother(TestDatabase db) throws Exception {
        db.jdbi().useHandle(handle -> handle.execute("""
                insert into scheduled_tasks
                    (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('due-inside', 'recurring', current_timestamp, true, 'killed', current_timestamp, 7)
                """));
        CountDownLatch done = new CountDownLatch(1);
        running(db, List.of(work("close-votes", Lane.INSIDE, done::countDown)), () -> await(done));
    }

    @OneDatabase
    void aStopWaitsForTheWorkUnderWayAndBeginsNoOther(TestDatabase db) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean another = new AtomicBoolean();
        DueWork slow = work("enact-decisions", Lane.INSIDE, () -> {
            begun.countDown();
            await(mayEnd);
            ended.set(true);
        });
        DueWork next = work("close-votes", Lane.INSIDE, () -> another.set(true));
        try (DueWorkRunner runner = new DueWorkRunner(List.of(slow, next))) {
            JobSchedule schedule = new JobSchedule(source(db), runner, QUICK);
            schedule.start();
            await(begun);
            Thread stop = new Thread(schedule::stop);
            stop.start();
            while (stop.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            stop.join();
        }
        assertThat(ended).isTrue();
        assertThat(another).isFalse();
    }

    private static JdbcDataSource source(TestDatabase db) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(db.url());
        source.setUser(db.user());
        source.setPassword(db.password());
        return source;
    }

    private static void running(TestDatabase db, List<DueWork> works, Runnable meanwhile) throws Exception {
        try (DueWorkRunner runner = new DueWorkRunner(works)) {
            JobSchedule schedule = new JobSchedule(source(db), runner, QUICK);
            schedule.start();
            try {
                meanwhile.run();
            } finally {
                schedule.stop();
            }
        }
    }

    private static DueWork work(String name, Lane lane, Runnable step) {
        return new DueWork() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Lane lane() {
                return lane;
            }

            @Override
            public int run(int atMost) {
                step.run();
                return 0;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
