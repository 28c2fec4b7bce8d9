package coop.pools.integrations.payments.sandbox;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;

/**
 * A payment page of the sandbox. Times are seconds since 1970, {@code paidAt} is 0 until paid.
 *
 * @param attempts how many cards were declined so far
 * @param account the Pool's own account that is charged; empty for the platform's, also in records from before it was kept
 * @param disputed whether the card that paid disputes the payment at once
 */
public record SandboxCheckout(
        String id,
        String contributionId,
        long amountMinor,
        String currencyCode,
        String title,
        String transferGroup,
        String successUrl,
        String cancelUrl,
        long createdAt,
        long expiresAt,
        State state,
        long paidAt,
        int attempts,
        boolean disputed,
        String account) {
    public SandboxCheckout {
        account = Objects.requireNonNullElse(account, "");
    }

    /** AUTHENTICATING: the bank wants the payer's consent (3-D Secure). Whether an open page has expired is not stored. */
    public enum State {
        OPEN,
        AUTHENTICATING,
        PAID
    }

    /** Where the payer goes after paying, with this page's id filled in. */
    public String filledSuccessUrl() {
        return successUrl.replace("{CHECKOUT_SESSION_ID}", id);
    }

    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /** Whether nobody paid in time. */
    public boolean expired(Instant now) {
        return state != State.PAID && now.getEpochSecond() >= expiresAt;
    }

    String paymentId() {
        return "pi_sandbox_" + contributionId;
    }

    SandboxCheckout paid(Instant now, boolean disputedAtOnce) {
        return with(State.PAID, now.getEpochSecond(), attempts, disputedAtOnce);
    }

    SandboxCheckout authenticating() {
        return with(State.AUTHENTICATING, 0, attempts, disputed);
    }

    SandboxCheckout declined() {
        return with(State.OPEN, 0, attempts + 1, disputed);
    }

    private SandboxCheckout with(State next, long paid, int declines, boolean disputedAtOnce) {
        return new SandboxCheckout(
                id,
                contributionId,
                amountMinor,
                currencyCode,
                title,
                transferGroup,
                successUrl,
                cancelUrl,
                createdAt,
                expiresAt,
                next,
                paid,
                declines,
                disputedAtOnce,
                account);
    }
}
