package coop.pools.integrations.groups;

import java.time.Instant;
import java.util.Optional;

/** A call to a group source or sign-in provider that did not succeed. */
public final class SourceFailure extends RuntimeException {
    private final Kind kind;
    private final transient Optional<Instant> retryAt;

    public SourceFailure(Kind kind, String message, Optional<Instant> retryAt, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAt = retryAt;
    }

    public SourceFailure(Kind kind, String message) {
        this(kind, message, Optional.empty(), null);
    }

    public Kind kind() {
        return kind;
    }

    /** When to try again, where the source says so. */
    public Optional<Instant> retryAt() {
        return retryAt;
    }

    /** What went wrong, in terms of what can be done about it. */
    public enum Kind {
        /** The token is expired or revoked: refresh it once, then sign in again. */
        TOKEN_REFUSED,
        /** Too many requests: wait until {@link SourceFailure#retryAt()}. */
        RATE_LIMITED,
        /** No answer, or a broken one: try again later. */
        UNAVAILABLE,
        /** The source said no: code used twice, group not visible, request not understood. */
        REFUSED
    }
}
