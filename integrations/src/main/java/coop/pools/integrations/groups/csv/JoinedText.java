package coop.pools.integrations.groups.csv;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day of joining, as midnight UTC. Days like 03/04/2025, which people in different countries read
 * differently, are not guessed.
 */
final class JoinedText {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})[/.-](\\d{4})(?:[ ,T].*)?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(?:Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern ISO_START = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T].*)?");
    private static final List<DateTimeFormatter> WORDS = List.of(
            words("MMMM d, uuuu"),
            words("MMM d, uuuu"),
            words("d MMMM uuuu"),
            words("d MMM uuuu"),
            words("d-MMM-uuuu"));

    private JoinedText() {}

    static Optional<Instant> instant(String cell) {
        if (INSTANT.matcher(cell).matches()) {
            try {
                return Optional.of(OffsetDateTime.parse(cell).toInstant().truncatedTo(ChronoUnit.MICROS));
            } catch (DateTimeException noSuchMoment) {
                return Optional.empty();
            }
        }
        return day(cell).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Optional<LocalDate> day(String cell) {
        Matcher iso = ISO_START.matcher(cell);
        if (iso.matches()) {
            return date(iso.group(1), DateTimeFormatter.ISO_LOCAL_DATE);
        }
        Matcher numbers = NUMBERS.matcher(cell);
        if (numbers.matches()) {
            return byNumbers(numbers);
        }
        return WORDS.stream().flatMap(format -> date(cell, format).stream()).findFirst();
    }

    private static Optional<LocalDate> byNumbers(Matcher numbers) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        int year = Integer.parseInt(numbers.group(4));
        boolean dots = numbers.group(2).equals(".");
        if (dots || first > 12 || first == second) {
            return date(year, second, first);
        }
        return second > 12 ? date(year, first, second) : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Looks before it parses: an exception for each of a hundred thousand cells takes long. */
    private static Optional<LocalDate> date(String text, DateTimeFormatter format) {
        ParsePosition end = new ParsePosition(0);
        if (format.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter words(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }
}
