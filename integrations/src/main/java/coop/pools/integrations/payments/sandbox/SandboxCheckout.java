package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.sandbox.SandboxCard.Behaviour;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;

/**
 * A payment page of the sandbox. Times are seconds since 1970. What was added later is empty in older records.
 *
 * @param contributionId what is paid for: ours of the contribution, or of the recurring contribution that begins
 * @param paidAt 0 until paid
 * @param attempts how many cards were declined so far
 * @param disputed whether the card that paid disputes the payment at once
 * @param account the Pool's own account that is charged; empty for the platform's
 * @param every MONTH or YEAR for a page that begins a recurring contribution; empty for a single payment
 * @param card how the card behaves that was used last; empty until one was
 * @param decidesAt when a direct debit is decided; 0 for cards
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
        String account,
        String every,
        String card,
        long decidesAt) {
    public SandboxCheckout {
        account = Objects.requireNonNullElse(account, "");
        every = Objects.requireNonNullElse(every, "");
        card = Objects.requireNonNullElse(card, "");
    }

    /**
     * AUTHENTICATING: the bank wants the payer's consent (3-D Secure). PROCESSING: a direct debit waits to be decided.
     * Whether an open page has expired is not stored.
     */
    public enum State {
        OPEN,
        AUTHENTICATING,
        PROCESSING,
        PAID,
        FAILED
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
        return (state == State.OPEN || state == State.AUTHENTICATING) && now.getEpochSecond() >= expiresAt;
    }

    public boolean recurring() {
        return !every.isEmpty();
    }

    /** Closed before its time; what has been paid or is being paid stays as it is. */
    SandboxCheckout closedAt(Instant now) {
        boolean open = state == State.OPEN || state == State.AUTHENTICATING;
        return open && !expired(now)
                ? with(state, paidAt, attempts, behaviour(), decidesAt, now.getEpochSecond())
                : this;
    }

    String paymentId() {
        return SandboxPayment.idOf(contributionId);
    }

    Behaviour behaviour() {
        if (!card.isEmpty()) {
            return Behaviour.valueOf(card);
        }
        return disputed ? Behaviour.DISPUTES : Behaviour.PAYS;
    }

    SandboxCheckout paid(long at, Behaviour by) {
        return with(State.PAID, at, attempts, by, decidesAt);
    }

    SandboxCheckout authenticating() {
        return with(State.AUTHENTICATING, 0, attempts, Behaviour.ASKS, 0);
    }

    SandboxCheckout declined() {
        return with(State.OPEN, 0, attempts + 1, Behaviour.DECLINES, 0);
    }

    SandboxCheckout processing(Behaviour by, long until) {
        return with(State.PROCESSING, 0, attempts, by, until);
    }

    SandboxCheckout failed() {
        return with(State.FAILED, 0, attempts + 1, behaviour(), decidesAt);
    }

    private SandboxCheckout with(State next, long paid, int declines, Behaviour by, long decides) {
        return with(next, paid, declines, by, decides, expiresAt);
    }

    private SandboxCheckout with(State next, long paid, int declines, Behaviour by, long decides, long until) {
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
                until,
                next,
                paid,
                declines,
                by == Behaviour.DISPUTES,
                account,
                every,
                by.name(),
                decides);
    }
}
