package coop.pools.integrations.groups;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * When a source wants to be asked again: never sooner than a second from now, never later than an hour, whatever it
 * says, so that a wrong clock over there cannot stop an import for good.
 */
public final class RetryAfter {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** From an HTTP {@code Retry-After} header (RFC 9110, 10.2.3): seconds or a date. */
    public static Optional<Instant> header(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> seconds(text, now).or(() -> date(text)))
                .map(at -> bounded(at, now));
    }

    /** From an ISO-8601 instant with any offset. */
    public static Optional<Instant> iso(String text, Instant now) {
        try {
            return Optional.of(bounded(OffsetDateTime.parse(text).toInstant(), now));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> seconds(String text, Instant now) {
        return text.matches("\\d{1,9}") ? Optional.of(now.plusSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant bounded(Instant at, Instant now) {
        if (at.isBefore(now.plus(SOONEST))) {
            return now.plus(SOONEST);
        }
        return at.isAfter(now.plus(LATEST)) ? now.plus(LATEST) : at;
    }
}
