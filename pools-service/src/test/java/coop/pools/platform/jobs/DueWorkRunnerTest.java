package coop.pools.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.DueWork;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DueWorkRunnerTest {
    @Test
    void runningEverythingWaitsForWhatIsAlreadyUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean taken = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        DueWork slow = work(() -> {
            if (!taken.compareAndSet(false, true)) {
                return 0;
            }
            begun.countDown();
            await(mayEnd);
            ended.set(true);
            return 1;
        });
        try (DueWorkRunner runner = new DueWorkRunner(List.of(slow))) {
            CompletableFuture<Void> scheduled = CompletableFuture.runAsync(() -> runner.runOne(slow));
            await(begun);
            CompletableFuture<Boolean> all = CompletableFuture.supplyAsync(() -> {
                runner.runAll();
                return ended.get();
            });
            mayEnd.countDown();
            assertThat(all.get(10, TimeUnit.SECONDS)).isTrue();
            scheduled.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void troubleInOneKindDoesNotStopTheOthers() {
        AtomicInteger left = new AtomicInteger(3);
        DueWork broken = work(() -> {
            throw new IllegalStateException("broken on purpose");
        });
        DueWork worse = work(() -> {
            throw new StackOverflowError("broken on purpose");
        });
        DueWork sound = work(() -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 1 : 0);
        try (DueWorkRunner runner = new DueWorkRunner(List.of(broken, worse, sound))) {
            runner.runAll();
            runner.runOne(broken);
        }
        assertThat(left).hasValue(0);
    }

    private static DueWork work(Step step) {
        return new DueWork() {
            @Override
            public String name() {
                return "a piece of work";
            }

            @Override
            public int run(int atMost) {
                return step.run();
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

    private interface Step {
        int run();
    }
}
