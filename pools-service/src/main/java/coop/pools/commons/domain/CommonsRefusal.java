package coop.pools.commons.domain;

import coop.pools.kernel.RefusalCode;

/** Why the share of the commons stays as it is. */
public enum CommonsRefusal implements RefusalCode {
    /** It would be less at some time than what is published, and the vote was not about lowering; facts: {@code now}. */
    SHARE_WOULD_FALL(Kind.CONFLICT),
    /** It begins above what it rises to; facts: {@code field}. */
    SHARE_ABOVE_MOST(Kind.INVALID),
    /** It is what is published already. */
    SHARE_AS_BEFORE(Kind.CONFLICT),
    /** Nothing has been published here. */
    NO_COMMONS(Kind.NOT_FOUND);

    private final Kind kind;

    CommonsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
