package coop.pools.ledger.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/** A part of a file being looked at by whichever thread has time first. */
final class Looking {
    private final FilePart part;
    private final FutureTask<FilePart> task;

    private Looking(FilePart part) {
        this.part = part;
        task = new FutureTask<>(part::look, part);
    }

    static Looking at(FilePart part) {
        Looking begun = new Looking(part);
        ForkJoinPool.commonPool().execute(begun.task);
        return begun;
    }

    FilePart part() {
        return part;
    }

    boolean isDone() {
        return task.isDone();
    }

    /** Does it here unless another thread has begun; then nothing happens, since a task runs once. */
    void help() {
        task.run();
    }

    FilePart await() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
