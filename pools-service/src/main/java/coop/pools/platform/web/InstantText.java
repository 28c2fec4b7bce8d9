package coop.pools.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and spans of time in words. */
public final class InstantText {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private InstantText() {}

    /** For example {@code 30 November 2026, 18:00 UTC}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** For example {@code 30 Nov 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** For example {@code 3 days}, {@code 5 hours}, {@code 1 minute}; never below a minute. */
    public static String span(Duration duration) {
        Duration positive = duration.abs();
        if (positive.toHours() >= 48) {
            return positive.toDays() + " days";
        }
        if (positive.toMinutes() >= 120) {
            return positive.toHours() + " hours";
        }
        long minutes = Math.max(1, positive.toMinutes());
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    /** For example {@code in 3 days} or {@code 5 hours ago}. */
    public static String relative(Instant instant, Instant now) {
        Duration between = Duration.between(now, instant);
        return between.isNegative() ? span(between) + " ago" : "in " + span(between);
    }
}
