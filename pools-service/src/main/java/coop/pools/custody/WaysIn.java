package coop.pools.custody;

import java.util.UUID;

/** The ways on which money comes into a Pool; implemented in the wiring. */
public interface WaysIn {
    /**
     * Closes what is begun and ends what comes by itself. Calls the processor: outside transactions. May leave some to
     * the next time.
     */
    void close(UUID pool);
}
