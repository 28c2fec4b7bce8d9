package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What has happened to a proposal so far. Each part appears at most once and stays.
 *
 * @param preparation what came before the vote
 * @param outcome stored together with {@code closedAt}
 */
public record Progress(
        Preparation preparation,
        Optional<Vote> vote,
        Optional<Instant> closedAt,
        Optional<Outcome> outcome,
        Optional<Instant> enactedAt,
        Optional<Blocked> blocked,
        Optional<Instant> withdrawnAt) {
    /** A new proposal. */
    public static final Progress NONE = begun(Preparation.DONE);

    /** Of a proposal that needed no preparation. */
    public Progress(
            Optional<Vote> vote,
            Optional<Instant> closedAt,
            Optional<Outcome> outcome,
            Optional<Instant> enactedAt,
            Optional<Blocked> blocked,
            Optional<Instant> withdrawnAt) {
        this(Preparation.DONE, vote, closedAt, outcome, enactedAt, blocked, withdrawnAt);
    }

    /** Before anything else has happened. */
    public static Progress begun(Preparation preparation) {
        return new Progress(
                preparation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the vote opens as soon as its time has come. */
    public boolean awaitsOpening() {
        return !preparation.draft()
                && preparation.isSponsored()
                && vote.isEmpty()
                && blocked.isEmpty()
                && withdrawnAt.isEmpty();
    }
}
