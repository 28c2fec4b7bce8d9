package coop.pools.integrations.groups;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How an adapter waits between two tries; tests pass one that only takes notes. */
@FunctionalInterface
public interface Pause {
    /** Waits. An interruption ends the wait early and stays set on the thread. */
    void pause(Duration length);

    /** Really waits. */
    static Pause sleeping() {
        return length -> {
            try {
                TimeUnit.MILLISECONDS.sleep(length.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
