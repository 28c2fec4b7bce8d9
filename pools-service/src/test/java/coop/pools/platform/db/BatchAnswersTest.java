package coop.pools.platform.db;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchAnswersTest {
    private final Semaphore disk = new Semaphore(0);
    private final AtomicInteger syncs = new AtomicInteger();

    @Test
    void nobodyIsAnsweredBeforeTheirBatchIsDurable() throws Exception {
        Waiting caller = new Waiting();
        CompletableFuture<Boolean> answeredBefore = new CompletableFuture<>();
        try (BatchAnswers answers = new BatchAnswers(this::sync)) {
            answers.whenDurable(() -> answeredBefore.complete(caller.isDone()), List.of(caller));
            assertThat(caller).isNotDone();
            disk.release();
            assertThat(caller.get(10, SECONDS)).isEqualTo("answered");
            assertThat(answeredBefore.get()).isFalse();
        }
    }

    @Test
    void batchesThatComeDuringASyncShareTheNextOne() throws Exception {
        List<Waiting> callers = List.of(new Waiting(), new Waiting(), new Waiting());
        try (BatchAnswers answers = new BatchAnswers(this::sync)) {
            // The first is being synced, the others wait: the writer has not been held up.
            callers.forEach(caller -> answers.whenDurable(() -> {}, List.of(caller)));
            assertThat(callers).noneMatch(CompletableFuture::isDone);
            disk.release(2);
            for (Waiting caller : callers) {
                assertThat(caller.get(10, SECONDS)).isEqualTo("answered");
            }
        }
        assertThat(syncs).hasValueLessThan(3);
    }

    @Test
    void whoseBatchCouldNotBeSyncedIsNotToldThatItIsThere() throws Exception {
        Waiting caller = new Waiting();
        AtomicInteger afterwards = new AtomicInteger();
        try (BatchAnswers answers = new BatchAnswers(() -> {
            throw new IllegalStateException("no disk");
        })) {
            answers.whenDurable(afterwards::incrementAndGet, List.of(caller));
            assertThatThrownBy(() -> caller.get(10, SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("no disk");
        }
        assertThat(afterwards).hasValue(0);
    }

    @Test
    void whatIsDoneAfterwardsCannotKeepCallersWaiting() throws Exception {
        Waiting caller = new Waiting();
        disk.release();
        try (BatchAnswers answers = new BatchAnswers(this::sync)) {
            answers.whenDurable(
                    () -> {
                        throw new AssertionError("nobody is awake");
                    },
                    List.of(caller));
            assertThat(caller.get(10, SECONDS)).isEqualTo("answered");
        }
    }

    @Test
    void whoCannotBeAnsweredKeepsNobodyElseWaiting() throws Exception {
        Waiting inTheSameBatch = new Waiting();
        Waiting inTheNext = new Waiting();
        disk.release(2);
        try (BatchAnswers answers = new BatchAnswers(this::sync)) {
            answers.whenDurable(() -> {}, List.of(new Unanswerable(), inTheSameBatch));
            answers.whenDurable(() -> {}, List.of(inTheNext));
            assertThat(inTheSameBatch.get(10, SECONDS)).isEqualTo("answered");
            assertThat(inTheNext.get(10, SECONDS)).isEqualTo("answered");
        }
    }

    @Test
    void closingWaitsForThoseWhoWait() {
        Waiting caller = new Waiting();
        BatchAnswers answers = new BatchAnswers(this::sync);
        answers.whenDurable(() -> {}, List.of(caller));
        disk.release();
        answers.close();
        assertThat(caller).isCompletedWithValue("answered");
    }

    private void sync() {
        disk.acquireUninterruptibly();
        syncs.incrementAndGet();
    }

    private static final class Unanswerable implements BatchAnswers.Caller {
        @Override
        public void answer() {
            throw new AssertionError("no memory left");
        }

        @Override
        public void fail(Throwable why) {}
    }

    private static final class Waiting extends CompletableFuture<String> implements BatchAnswers.Caller {
        @Override
        public void answer() {
            complete("answered");
        }

        @Override
        public void fail(Throwable why) {
            completeExceptionally(why);
        }
    }
}
