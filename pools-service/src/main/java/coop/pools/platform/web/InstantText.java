package coop.pools.platform.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments and spans of time in words. */
public final class InstantText {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Pattern MOMENT = Pattern.compile("[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}, [0-9]{2}:[0-9]{2} UTC");

    private static final Pattern QUARTER = Pattern.compile("[0-9]{4}-Q[1-4]");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAYS = Duration.ofDays(1);

    private InstantText() {}

    /** For example {@code 30 November 2026, 18:00 UTC}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** The same text with its moments as clocks show them there: {@code 30 November 2026, 19:00 (Europe/Berlin)}. */
    public static String in(ZoneId zone, String text) {
        if (zone.getId().equals("UTC")) {
            return text;
        }
        DateTimeFormatter there = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
                .withZone(zone);
        return MOMENT.matcher(text).replaceAll(found -> {
            try {
                Instant moment = Instant.from(FORMAT.parse(found.group()));
                return Matcher.quoteReplacement(there.format(moment) + " (" + zone.getId() + ")");
            } catch (DateTimeException noMoment) {
                return Matcher.quoteReplacement(found.group());
            }
        });
    }

    /** A quarter such as {@code 2026-Q4} in words: {@code October to December 2026}; anything else as it is. */
    public static String quarter(String text) {
        if (!QUARTER.matcher(text).matches()) {
            return text;
        }
        Month first = Month.of(3 * (text.charAt(6) - '0') - 2);
        return month(first) + " to " + month(first.plus(2)) + " " + text.substring(0, 4);
    }

    private static String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** For example {@code 30 Nov 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /**
     * For example {@code 3 days}, {@code 5 hours}, {@code 1 minute}, to the nearest; never below a minute.
     */
    public static String span(Duration duration) {
        Duration positive = duration.abs();
        if (nearest(positive, HOUR) >= 48) {
            return nearest(positive, DAYS) + " days";
        }
        if (nearest(positive, MINUTE) >= 120) {
            return nearest(positive, HOUR) + " hours";
        }
        long minutes = Math.max(1, nearest(positive, MINUTE));
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static long nearest(Duration span, Duration unit) {
        return span.plus(unit.dividedBy(2)).dividedBy(unit);
    }

    /** For example {@code in 3 days} or {@code 5 hours ago}. */
    public static String relative(Instant instant, Instant now) {
        Duration between = Duration.between(now, instant);
        return between.isNegative() ? span(between) + " ago" : "in " + span(between);
    }
}
