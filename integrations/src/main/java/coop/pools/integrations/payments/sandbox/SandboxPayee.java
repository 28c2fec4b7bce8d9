package coop.pools.integrations.payments.sandbox;

/** A payee's account at the sandbox. {@code returnUrl} is empty until an onboarding link was made. */
public record SandboxPayee(
        String accountId,
        String payeeId,
        String displayName,
        String country,
        String currencyCode,
        boolean ready,
        long readyAt,
        String returnUrl) {
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
