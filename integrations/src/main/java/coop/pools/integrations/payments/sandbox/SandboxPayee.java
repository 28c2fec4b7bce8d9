package coop.pools.integrations.payments.sandbox;

/**
 * An account at the sandbox: a payee's, which money is sent to, or a Pool's own, which is charged on. {@code returnUrl}
 * is empty until an onboarding link was made.
 */
public record SandboxPayee(
        String accountId,
        String payeeId,
        String displayName,
        String country,
        String currencyCode,
        boolean ready,
        long readyAt,
        String returnUrl) {
    static final String OF_A_POOL = "acct_sandbox_pool_";

    /** A payee whose name begins so has a bank that sends everything back. */
    static final String SENDS_BACK = "Bounce";

    /** Whether it is a Pool's own. */
    public boolean charged() {
        return accountId.startsWith(OF_A_POOL);
    }

    boolean sendsBack() {
        return displayName.startsWith(SENDS_BACK);
    }

    SandboxPayee returningTo(String url) {
        return new SandboxPayee(accountId, payeeId, displayName, country, currencyCode, ready, readyAt, url);
    }

    SandboxPayee onboarded(long at) {
        return ready
                ? this
                : new SandboxPayee(accountId, payeeId, displayName, country, currencyCode, true, at, returnUrl);
    }

    boolean sameOrder(SandboxPayee other) {
        return displayName.equals(other.displayName)
                && country.equals(other.country)
                && currencyCode.equals(other.currencyCode);
    }
}
