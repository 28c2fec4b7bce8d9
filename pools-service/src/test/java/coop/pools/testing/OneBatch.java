package coop.pools.testing;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Has pieces of shared work wait for each other, so that the shared writer takes them together, in their order. */
public final class OneBatch {
    private final TestDatabase db;
    private final List<FutureTask<Object>> pieces = new ArrayList<>();

    public OneBatch(TestDatabase db) {
        this.db = db;
    }

    public OneBatch with(Callable<?> piece) {
        pieces.add(new FutureTask<>(piece::call));
        return this;
    }

    /** Runs them and answers what each returned or, where it threw, the exception. */
    public List<Object> run() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = new Thread(() -> db.transactions().inSharedTransaction(() -> {
            busy.countDown();
            return awaited(release);
        }));
        holder.start();
        busy.await();
        for (FutureTask<Object> piece : pieces) {
            Thread thread = new Thread(piece);
            thread.start();
            await().until(() -> thread.getState() == Thread.State.WAITING || piece.isDone());
        }
        release.countDown();
        holder.join();
        List<Object> answers = new ArrayList<>();
        for (FutureTask<Object> piece : pieces) {
            answers.add(answer(piece));
        }
        return answers;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object answer(FutureTask<Object> piece) throws InterruptedException {
        try {
            return piece.get();
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause();
        }
    }
}
