package coop.pools.app;

/** A command ends with exit code 1 and this message, which is for people; the reader of it sees no stack trace. */
final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1;

    CommandFailed(String message) {
        super(message, null, false, false);
    }
}
