package coop.pools.notify;

import coop.pools.kernel.RefusalCode;

/** Why something about mail is refused. */
public enum NotifyRefusal implements RefusalCode {
    /** No mail server is set up here. */
    MAIL_NOT_SET_UP(Kind.CONFLICT),
    /** The link is not this person's, is too old, was used, or is about an earlier address. */
    CONFIRMATION_EXPIRED(Kind.INVALID),
    /** Too many confirmations were asked for today. */
    TOO_MANY_CONFIRMATIONS(Kind.TOO_MANY),
    /** The person has given no address. */
    NO_ADDRESS(Kind.CONFLICT);

    private final Kind kind;

    NotifyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
