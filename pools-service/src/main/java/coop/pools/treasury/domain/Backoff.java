package coop.pools.treasury.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to ask the processor again. The time of the next try is also the lease: whoever moves it forward may work on the
 * row until then, and a node that dies in between loses nothing but that time.
 *
 * @param tries how often it was tried; 0 at first
 * @param nextAt empty when there is nothing to try any more
 */
public record Backoff(int tries, Optional<Instant> nextAt) {
    /** Longer than the processor's slowest answer: three attempts of 25 seconds. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final int MOST_DOUBLINGS = 7;

    /** Nothing to try. */
    public static Backoff none() {
        return new Backoff(0, Optional.empty());
    }

    /** To be tried first at that moment. */
    public static Backoff from(Instant at) {
        return new Backoff(0, Optional.of(at));
    }

    /**
     * Whether it waits for its next try, with nobody at work on it: a lease is over by then, and an answer has come.
     *
     * @return false when there is nothing to try, when it is due, and soon after a try
     */
    public boolean waits(Instant now) {
        Duration wait = tries == 0 ? Duration.ZERO : waitAfter(tries - 1);
        boolean justTried = tries > 0
                && nextAt.filter(next -> now.isBefore(next.minus(wait).plus(FIRST)))
                        .isPresent();
        return nextAt.filter(now::isBefore).isPresent() && !justTried;
    }

    private static Duration waitAfter(int tries) {
        return FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    }

    /** Tried once more just now: 2 minutes, then 4, 8 and so on up to 4 hours and 16 minutes. */
    public Backoff triedAt(Instant now) {
        return new Backoff(tries + 1, Optional.of(now.plus(waitAfter(tries))));
    }
}
