package coop.pools.identity;

import coop.pools.kernel.RefusalCode;

/** Why signing in or a token is refused. */
public enum IdentityRefusal implements RefusalCode {
    /** No such provider is switched on. */
    UNKNOWN_PROVIDER(Kind.NOT_FOUND),
    /** The state is unknown, used, older than ten minutes, or belongs to another browser. */
    SIGN_IN_EXPIRED(Kind.INVALID),
    /** The provider said no, or the person did. */
    SIGN_IN_DECLINED(Kind.INVALID),
    /** The provider gave no answer. */
    PROVIDER_UNREACHABLE(Kind.BUSY),
    /** Access to the group source has run out: sign in there again; facts: {@code provider}. */
    SOURCE_SIGN_IN_NEEDED(Kind.FORBIDDEN),
    /** A person has as many live tokens as one can; facts: {@code most}. */
    TOO_MANY_TOKENS(Kind.CONFLICT);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
