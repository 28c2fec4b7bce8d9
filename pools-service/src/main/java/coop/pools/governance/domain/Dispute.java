package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of concerns about a passed proposal. It pauses at most until {@code pausedUntil}; without an answer it
 * goes on then, so nobody can stall it for ever.
 *
 * @param answeredBy the ombud; empty where nobody had to answer
 * @param cause why, in the ombud's words; may be empty
 * @param next the vote that it led to
 */
public record Dispute(
        UUID proposal,
        Instant openedAt,
        Instant pausedUntil,
        Optional<Answer> answer,
        Optional<UUID> answeredBy,
        Optional<Instant> answeredAt,
        String cause,
        Optional<UUID> next) {

    /** What can come of it; there is nothing else that an ombud can do. */
    public enum Answer {
        /** It goes on. */
        RELEASE,
        /** The vote is repeated, for a cause. */
        RERUN,
        /** The members vote on whether to stop it. */
        REFER,
        /** The person who was to be put out has asked for a second vote. */
        APPEAL;

        /** The word in the API and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What an ombud may answer. */
        public static Optional<Answer> ofOmbud(String word) {
            for (Answer answer : new Answer[] {RELEASE, RERUN, REFER}) {
                if (answer.word().equals(word)) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    public static Dispute opened(UUID proposal, Instant now, Instant pausedUntil) {
        return new Dispute(
                proposal, now, pausedUntil, Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    public Dispute answered(Answer given, Optional<UUID> by, Instant at, String why, Optional<UUID> vote) {
        return new Dispute(proposal, openedAt, pausedUntil, Optional.of(given), by, Optional.of(at), why, vote);
    }

    /** Whether it still waits for an answer. */
    public boolean isOpen(Instant now) {
        return answer.isEmpty() && now.isBefore(pausedUntil);
    }

    /** From then on deputies may answer too. */
    public Instant halfTime() {
        return openedAt.plusMillis((pausedUntil.toEpochMilli() - openedAt.toEpochMilli()) / 2);
    }

    /** The word in the API: open, lapsed, or the answer. */
    public String state(Instant now) {
        return answer.map(Answer::word).orElse(isOpen(now) ? "open" : "lapsed");
    }

    /** What somebody finds wrong. */
    public record Concern(UUID proposal, UUID raisedBy, String reason, Instant raisedAt) {}

    /** Somebody's time as an ombud. */
    public record OmbudTerm(UUID pool, UUID person, Instant since, Instant until, UUID namedBy) {}
}
