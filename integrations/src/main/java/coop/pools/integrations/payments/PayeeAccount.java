package coop.pools.integrations.payments;

/** A payee's account at the processor. */
public record PayeeAccount(String accountId, State state) {
    /** READY: transfers are active. RESTRICTED: the processor wants more, or has stopped the account. */
    public enum State {
        PENDING,
        READY,
        RESTRICTED
    }
}
