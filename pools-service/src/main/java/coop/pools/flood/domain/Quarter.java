package coop.pools.flood.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Optional;

/** Three months of a calendar year, in UTC. @param number 1 to 4 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    public static Quarter of(Instant instant) {
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** As {@link #toString} writes it; empty for anything else. */
    public static Optional<Quarter> read(String text) {
        return text.matches("[0-9]{4}-Q[1-4]")
                ? Optional.of(new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0'))
                : Optional.empty();
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** Its first moment. */
    public Instant from() {
        return LocalDate.of(year, Month.of(3 * number - 2), 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(4 * year + number, 4 * other.year + other.number);
    }

    /** For example {@code 2026-Q4}. */
    @Override
    public String toString() {
        return String.format("%04d-Q%d", year, number);
    }
}
