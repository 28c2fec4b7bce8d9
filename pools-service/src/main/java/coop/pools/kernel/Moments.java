package coop.pools.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments that tell what came first. */
public final class Moments {
    private Moments() {}

    /** Now, or a microsecond after the last of those before, where the clock has not moved on since. */
    public static Instant after(Optional<Instant> last, Instant now) {
        return last.filter(before -> !before.isBefore(now))
                .map(before -> before.plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }
}
