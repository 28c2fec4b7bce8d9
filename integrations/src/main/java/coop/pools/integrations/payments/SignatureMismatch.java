package coop.pools.integrations.payments;

/** An event that is not signed by any known secret, or was signed too long ago. Nothing of it may be used. */
public final class SignatureMismatch extends RuntimeException {
    public SignatureMismatch(String message) {
        super(message);
    }
}
