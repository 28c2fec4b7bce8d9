package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.Checkout;
import coop.pools.integrations.payments.CheckoutRequest;
import coop.pools.integrations.payments.CheckoutStatus;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.RecurringRequest;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.sandbox.SandboxCard.Behaviour;
import coop.pools.integrations.payments.sandbox.SandboxCheckout.State;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Payment pages of the sandbox, as they are asked for and read. */
final class SandboxCheckouts {
    private static final String PREFIX = "cs_sandbox_";

    /** What a dispute costs besides the money, in the currency's smallest unit. */
    static final long DISPUTE_FEE = 1500;

    /** As long as a page of Stripe's lasts. */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final Duration UNTIL_AVAILABLE = Duration.ofDays(7);

    private final String publicUrl;
    private final FeeTable fees;
    private final SandboxShelf<SandboxCheckout> shelf;
    private final Clock clock;

    SandboxCheckouts(SandboxSettings settings, SandboxState state, Clock clock) {
        this.publicUrl = settings.publicUrl();
        this.fees = settings.fees();
        this.shelf = new SandboxShelf<>(state, SandboxCheckout.class);
        this.clock = clock;
    }

    static String idOf(String contributionId) {
        return PREFIX + contributionId;
    }

    SandboxShelf<SandboxCheckout> shelf() {
        return shelf;
    }

    Checkout create(CheckoutRequest request) {
        requireChargeable(request.amountMinor(), request.currency());
        return open(opened(
                request.contributionId(),
                request.amountMinor(),
                request.currency(),
                request.title(),
                request.transferGroup(),
                new Ways(request.successUrl(), request.cancelUrl()),
                request.account(),
                ""));
    }

    Checkout create(RecurringRequest request) {
        requireChargeable(request.amountMinor(), request.currency());
        return open(opened(
                request.recurringId(),
                request.amountMinor(),
                request.currency(),
                request.title(),
                "",
                new Ways(request.successUrl(), request.cancelUrl()),
                request.account(),
                request.every().name()));
    }

    private Checkout open(SandboxCheckout wanted) {
        SandboxCheckout checkout = shelf.addOrGet(wanted.id(), wanted);
        if (!sameOrder(checkout, wanted)) {
            throw new PaymentFailure(
                    Outcome.REJECTED, "idempotency_error", "this contribution has a page with other values", null);
        }
        return new Checkout(
                checkout.id(),
                publicUrl + "/sandbox/checkout/" + checkout.id(),
                Instant.ofEpochSecond(checkout.expiresAt()));
    }

    Optional<SandboxCheckout> find(String checkoutId) {
        return checkoutId.startsWith(PREFIX) ? shelf.find(checkoutId) : Optional.empty();
    }

    Optional<CheckoutStatus> read(String checkoutId, Optional<String> account) {
        return find(checkoutId)
                .filter(checkout -> checkout.account().equals(account.orElse("")))
                .map(checkout -> new CheckoutStatus(
                        checkoutId,
                        status(checkout),
                        checkout.amountMinor(),
                        checkout.currency(),
                        Optional.of(checkout.paymentId()).filter(id -> !checkout.recurring() && begun(checkout)),
                        payment(checkout).map(SandboxPayments::settlement),
                        Optional.of(SandboxSubscription.idOf(checkout.contributionId()))
                                .filter(id -> checkout.recurring() && checkout.state() == State.PAID)));
    }

    void close(String checkoutId, Optional<String> account) {
        boolean known = find(checkoutId)
                .filter(checkout -> checkout.account().equals(account.orElse("")))
                .isPresent();
        if (known) {
            shelf.change(checkoutId, checkout -> new Closed(checkout.closedAt(clock.instant())));
        }
    }

    private record Closed(SandboxCheckout next) implements Next<SandboxCheckout> {}

    /** The payment that a page brought in; empty while it has not, and for one that begins something recurring. */
    Optional<SandboxPayment> payment(SandboxCheckout checkout) {
        if (checkout.state() != State.PAID || checkout.recurring()) {
            return Optional.empty();
        }
        List<SandboxDispute> disputes = checkout.behaviour() == Behaviour.DISPUTES
                ? List.of(dispute(checkout.contributionId(), checkout.amountMinor(), checkout.paidAt()))
                : List.of();
        boolean later = checkout.behaviour() == Behaviour.PAYS_LATER;
        return Optional.of(new SandboxPayment(
                checkout.contributionId(),
                checkout.contributionId(),
                checkout.account(),
                checkout.amountMinor(),
                checkout.currencyCode(),
                checkout.title(),
                checkout.transferGroup(),
                fees.estimate(checkout.amountMinor(), checkout.currency()),
                checkout.paidAt(),
                checkout.paidAt() + (later ? UNTIL_AVAILABLE.toSeconds() : 0),
                checkout.behaviour(),
                List.of(),
                disputes));
    }

    static SandboxDispute dispute(String name, long amountMinor, long at) {
        return new SandboxDispute("du_sandbox_" + name, amountMinor, DISPUTE_FEE, DisputeFact.State.OPEN, at, 0);
    }

    Optional<Settlement> settlement(SandboxCheckout checkout) {
        return payment(checkout).map(SandboxPayments::settlement);
    }

    /** Whether the payer has tried to pay, so that the processor knows a payment. */
    static boolean begun(SandboxCheckout checkout) {
        return checkout.state() == State.PAID
                || checkout.state() == State.PROCESSING
                || checkout.state() == State.FAILED;
    }

    private CheckoutStatus.State status(SandboxCheckout checkout) {
        if (checkout.expired(clock.instant())) {
            return CheckoutStatus.State.EXPIRED;
        }
        return switch (checkout.state()) {
            case OPEN, AUTHENTICATING -> CheckoutStatus.State.OPEN;
            case PROCESSING -> CheckoutStatus.State.PROCESSING;
            case PAID -> CheckoutStatus.State.PAID;
            case FAILED -> CheckoutStatus.State.FAILED;
        };
    }

    static void requireChargeable(long amountMinor, Currency currency) {
        ChargeLimits limits = ChargeCurrencies.limits(currency);
        if (!limits.supported()) {
            throw SandboxPayments.refused("currency_unsupported");
        }
        if (amountMinor < limits.minimumMinor()) {
            throw SandboxPayments.refused("amount_too_small");
        }
        if (amountMinor > limits.maximumMinor()) {
            throw SandboxPayments.refused("amount_too_large");
        }
        if (!limits.chargeable(amountMinor)) {
            throw SandboxPayments.refused("amount_not_a_multiple");
        }
    }

    /** Where the payer goes from the page. */
    private record Ways(String success, String cancel) {}

    private SandboxCheckout opened(
            String id,
            long amountMinor,
            Currency currency,
            String title,
            String transferGroup,
            Ways ways,
            Optional<String> account,
            String every) {
        Instant now = clock.instant();
        return new SandboxCheckout(
                idOf(id),
                id,
                amountMinor,
                currency.getCurrencyCode(),
                title,
                transferGroup,
                ways.success(),
                ways.cancel(),
                now.getEpochSecond(),
                now.plus(LIFE).getEpochSecond(),
                State.OPEN,
                0,
                0,
                false,
                account.orElse(""),
                every,
                "",
                0);
    }

    private static boolean sameOrder(SandboxCheckout one, SandboxCheckout other) {
        return one.amountMinor() == other.amountMinor()
                && one.currencyCode().equals(other.currencyCode())
                && one.title().equals(other.title())
                && one.transferGroup().equals(other.transferGroup())
                && one.successUrl().equals(other.successUrl())
                && one.cancelUrl().equals(other.cancelUrl())
                && one.account().equals(other.account())
                && one.every().equals(other.every());
    }
}
