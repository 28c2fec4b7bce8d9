package coop.pools.integrations.payments;

/** A call to the processor that did not succeed. */
public final class PaymentFailure extends RuntimeException {
    private final Outcome outcome;
    private final String code;
    private final boolean keySpent;

    public PaymentFailure(Outcome outcome, String code, String message, Throwable cause) {
        this(outcome, code, false, message, cause);
    }

    public PaymentFailure(Outcome outcome, String code, boolean keySpent, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
        this.code = code;
        this.keySpent = keySpent;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The processor's own code, for example {@code balance_insufficient}; empty when it gave none. */
    public String code() {
        return code;
    }

    /**
     * Whether the processor keeps this very refusal under the idempotency key: for a day it would answer the same key
     * with it again, and nothing was or will be done under that key. To try again takes the next attempt number.
     */
    public boolean keySpent() {
        return keySpent;
    }

    /** What is known about the effect. */
    public enum Outcome {
        /** Definitely not done: repeating the same call will not help. */
        REJECTED,
        /**
         * This call was definitely not carried out, but it may be later (balance too small, too many requests, our key
         * refused). Says nothing about an earlier call whose outcome is UNKNOWN, unless the key is spent.
         */
        NOT_YET,
        /** Perhaps done: time-out, broken connection, server error. Repeat with the same key or look it up. */
        UNKNOWN
    }
}
