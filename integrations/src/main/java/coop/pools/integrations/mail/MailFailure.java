package coop.pools.integrations.mail;

/** Why a letter was not handed over. */
public final class MailFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    public MailFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What to do about it. */
    public enum Kind {
        /** The server refuses this letter for good: its address does not exist, or is none. */
        REFUSED,
        /** The server refuses it for now, or the connection broke while it was handed over. */
        LATER,
        /** The server cannot be reached or does not let us in: no other letter would fare better. */
        UNREACHABLE
    }
}
