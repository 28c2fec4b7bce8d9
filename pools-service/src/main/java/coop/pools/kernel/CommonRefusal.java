package coop.pools.kernel;

/** Refusals that belong to no single feature. */
public enum CommonRefusal implements RefusalCode {
    /** The body is not what the address takes; facts: {@code reason}. */
    MALFORMED_REQUEST(Kind.MALFORMED),
    /** A field is missing, out of range or unknown; facts: {@code field}, {@code reason}. */
    INVALID_FIELD(Kind.INVALID),
    SIGN_IN_REQUIRED(Kind.UNAUTHENTICATED),
    /** The token lacks a scope; facts: {@code scope}. */
    SCOPE_MISSING(Kind.FORBIDDEN),
    /** A form without its session's token, or a request from another site. */
    CROSS_SITE_REQUEST(Kind.FORBIDDEN),
    NOT_FOUND(Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED(Kind.MALFORMED),
    BODY_TOO_LARGE(Kind.TOO_LARGE),
    TOO_MANY_REQUESTS(Kind.TOO_MANY),
    /** The key was used with another body. */
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    /** The first request with this key is still being answered. */
    IDEMPOTENCY_KEY_IN_USE(Kind.CONFLICT),
    /** The database was too busy after several tries. */
    TRY_AGAIN(Kind.BUSY);

    private final Kind kind;

    CommonRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
