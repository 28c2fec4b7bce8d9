package coop.pools.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Answers that come later. */
public final class Soon {
    private Soon() {}

    /** Waits for the answer; what went wrong is thrown as it was thrown there. */
    public static <T> T awaited(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException inner ? inner : e;
        }
    }

    /** What went wrong, as it was thrown, of what a dependent stage is told. */
    public static Throwable reason(Throwable told) {
        return told instanceof CompletionException && told.getCause() != null ? told.getCause() : told;
    }
}
