package coop.pools.integrations.payments;

/** A call to the processor that did not succeed. */
public final class PaymentFailure extends RuntimeException {
    private final Outcome outcome;
    private final String code;

    public PaymentFailure(Outcome outcome, String code, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
        this.code = code;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The processor's own code, for example {@code balance_insufficient}; empty when it gave none. */
    public String code() {
        return code;
    }

    /** What is known about the effect. */
    public enum Outcome {
        /** Definitely not done: repeating the same call will not help. */
        REJECTED,
        /** Definitely not done now, but the same call may succeed later (balance too small, too many requests). */
        NOT_YET,
        /** Perhaps done: time-out, broken connection, server error. Repeat with the same key or look it up. */
        UNKNOWN
    }
}
