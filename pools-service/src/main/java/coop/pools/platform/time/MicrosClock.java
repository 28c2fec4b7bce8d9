package coop.pools.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The application's clock: UTC in microseconds, the finest that both databases keep, moved forward by what the demo's
 * clock has been advanced.
 */
public final class MicrosClock extends Clock {
    private final Clock base;
    private final Supplier<Duration> advanced;

    public MicrosClock(Clock base, Supplier<Duration> advanced) {
        this.base = base;
        this.advanced = advanced;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(advanced.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
