package coop.pools.notify.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When mail goes out: at once, with the digest, or not at all; and when it is tried again. */
public final class Post {
    /** The digest goes at this hour, UTC: morning in Europe and Africa, evening before work ends in Asia. */
    private static final int DIGEST_HOUR = 7;
    /** Who reads a digest has at least so long to act on it. */
    private static final Duration TIME_TO_ACT = Duration.ofHours(4);

    private static final Set<String> WAITING_KINDS = Set.of(
            "VOTE_OPENED",
            "VOTE_REMINDER",
            "ROUND_OPENED",
            "ROUND_REMINDER",
            "REMOVAL_PROPOSED",
            "HEARING_BEGUN",
            "EXIT_SHARE_NEEDS_DETAILS",
            "DISPUTE_WARNING_IN_POOL",
            "DISPUTE_WARNING_UNDATED_IN_POOL",
            "DISPUTE_OPEN_IN_POOL",
            "DISPUTE_OPEN_UNDATED_IN_POOL",
            "PAYOUT_FOR_STEWARDS",
            "PAYEE_DETAILS_CHANGED",
            "RECURRING_FAILED",
            "RECURRING_FAILED_FINALLY",
            "REVIEW_DUE",
            "SECOND_VOTE_POSSIBLE",
            "CONCERN_FOR_OMBUD");

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** After so many it is set aside. */
    public static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private Post() {}

    /** How a message travels. */
    public enum Way {
        AT_ONCE,
        WITH_DIGEST,
        NOT_AT_ALL
    }

    /**
     * How a message goes to somebody who wants so much mail.
     *
     * @param deadline until when they can act on it; one that the digest would miss sends it at once
     */
    public static Way way(Volume volume, String kind, Optional<Instant> deadline, Instant now) {
        boolean waits = WAITING_KINDS.contains(kind);
        boolean tooLate = deadline.filter(end -> end.isBefore(nextDigest(now).plus(TIME_TO_ACT)))
                .isPresent();
        return switch (volume) {
            case EVERYTHING -> Way.AT_ONCE;
            case DIGEST -> waits && tooLate ? Way.AT_ONCE : Way.WITH_DIGEST;
            case WAITING -> waits ? Way.AT_ONCE : Way.NOT_AT_ALL;
            case NOTHING -> Way.NOT_AT_ALL;
        };
    }

    /** The first digest after this moment; one a day. */
    public static Instant nextDigest(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        Instant at = today.withHour(DIGEST_HOUR).toInstant();
        return at.isAfter(now) ? at : today.plusDays(1).withHour(DIGEST_HOUR).toInstant();
    }

    /** How long to wait after so many failed attempts; empty when it is not tried again. */
    public static Optional<Duration> pauseAfter(int attempts) {
        return attempts >= 1 && attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
