package coop.pools.integrations.payments;

/**
 * An event that is signed as it should be and yet cannot be read: no JSON, no id, no type, or it tells of our money
 * without saying how much. To be set aside and shown to operators; sending it again will not help.
 */
public final class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String message) {
        super(message);
    }

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
