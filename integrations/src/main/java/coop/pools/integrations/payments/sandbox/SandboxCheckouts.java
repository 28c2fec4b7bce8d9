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
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.sandbox.PayResult.Status;
import coop.pools.integrations.payments.sandbox.SandboxCheckout.State;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Payment pages of the sandbox. */
final class SandboxCheckouts {
    private static final String PREFIX = "cs_sandbox_";

    /** What a dispute costs besides the money, in the currency's smallest unit. */
    static final long DISPUTE_FEE = 1500;

    private static final String PAYMENT_PREFIX = "pi_sandbox_";

    /** As long as a page of Stripe's lasts. */
    private static final Duration LIFE = Duration.ofHours(24);

    private final String publicUrl;
    private final FeeTable fees;
    private final SandboxShelf<SandboxCheckout> shelf;
    private final SandboxEvents events;
    private final Clock clock;

    SandboxCheckouts(SandboxSettings settings, SandboxState state, SandboxEvents events, Clock clock) {
        this.publicUrl = settings.publicUrl();
        this.fees = settings.fees();
        this.shelf = new SandboxShelf<>(state, SandboxCheckout.class);
        this.events = events;
        this.clock = clock;
    }

    static String idOf(String contributionId) {
        return PREFIX + contributionId;
    }

    static String transactionOf(SandboxCheckout checkout) {
        return "txn_sandbox_" + checkout.contributionId();
    }

    Checkout create(CheckoutRequest request) {
        requireChargeable(request);
        SandboxCheckout wanted = opened(request, clock.instant());
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
                        Optional.of(checkout.paymentId()).filter(id -> checkout.state() == State.PAID),
                        settlement(checkout),
                        Optional.empty()));
    }

    Optional<Settlement> settlement(String paymentId) {
        if (!paymentId.startsWith(PAYMENT_PREFIX)) {
            return Optional.empty();
        }
        return find(idOf(paymentId.substring(PAYMENT_PREFIX.length()))).flatMap(this::settlement);
    }

    /** The payment that a page brought in; empty while it has not. */
    Optional<SandboxPayment> payment(String contributionId) {
        return find(idOf(contributionId))
                .filter(checkout -> checkout.state() == State.PAID)
                .map(this::payment);
    }

    private SandboxPayment payment(SandboxCheckout checkout) {
        List<SandboxDispute> disputes = checkout.disputed()
                ? List.of(new SandboxDispute(
                        "du_sandbox_" + checkout.contributionId(),
                        checkout.amountMinor(),
                        DISPUTE_FEE,
                        DisputeFact.State.OPEN,
                        checkout.paidAt(),
                        0))
                : List.of();
        return new SandboxPayment(
                checkout.contributionId(),
                checkout.contributionId(),
                checkout.account(),
                checkout.amountMinor(),
                checkout.currencyCode(),
                checkout.title(),
                checkout.transferGroup(),
                fees.estimate(checkout.amountMinor(), checkout.currency()),
                checkout.paidAt(),
                checkout.paidAt(),
                false,
                List.of(),
                disputes);
    }

    PayResult pay(String checkoutId, String cardNumber) {
        Optional<SandboxCard> card = SandboxCard.typed(cardNumber);
        return advance(
                checkoutId,
                checkout -> card.map(known -> tried(checkout, known))
                        .orElseGet(() -> new Step(checkout, Status.INVALID, "incorrect_number")));
    }

    PayResult completeAuthentication(String checkoutId, boolean confirmed) {
        return advance(checkoutId, checkout -> {
            if (checkout.state() != State.AUTHENTICATING) {
                return new Step(checkout, Status.INVALID, "payment_intent_unexpected_state");
            }
            return confirmed
                    ? new Step(checkout.paid(clock.instant(), false), Status.APPROVED, "")
                    : new Step(checkout.declined(), Status.DECLINED, "payment_intent_authentication_failure");
        });
    }

    private Step tried(SandboxCheckout checkout, SandboxCard card) {
        return switch (card.behaviour()) {
            case PAYS -> new Step(checkout.paid(clock.instant(), false), Status.APPROVED, "");
            case DISPUTES -> new Step(checkout.paid(clock.instant(), true), Status.APPROVED, "");
            case ASKS -> new Step(checkout.authenticating(), Status.AUTHENTICATION_NEEDED, "");
            case DECLINES -> new Step(checkout.declined(), Status.DECLINED, card.code());
        };
    }

    /** Where a page goes from here and what the payer is told. */
    private record Step(SandboxCheckout next, Status status, String code) implements Next<SandboxCheckout> {}

    private PayResult advance(String checkoutId, Function<SandboxCheckout, Step> payable) {
        if (find(checkoutId).isEmpty()) {
            throw new PaymentFailure(Outcome.REJECTED, "resource_missing", "no such page: " + checkoutId, null);
        }
        Step step = shelf.change(checkoutId, checkout -> {
            if (checkout.state() == State.PAID) {
                return new Step(checkout, Status.ALREADY_PAID, "");
            }
            return checkout.expired(clock.instant())
                    ? new Step(checkout, Status.EXPIRED, "checkout_session_expired")
                    : payable.apply(checkout);
        });
        return new PayResult(step.status(), step.code(), told(step));
    }

    private List<SignedEvent> told(Step step) {
        return switch (step.status()) {
            case APPROVED, ALREADY_PAID -> events.paid(step.next());
            case DECLINED -> List.of(events.declined(step.next(), step.code(), clock.instant()));
            case EXPIRED -> List.of(events.expired(step.next()));
            case INVALID, AUTHENTICATION_NEEDED -> List.of();
        };
    }

    private CheckoutStatus.State status(SandboxCheckout checkout) {
        if (checkout.state() == State.PAID) {
            return CheckoutStatus.State.PAID;
        }
        return checkout.expired(clock.instant()) ? CheckoutStatus.State.EXPIRED : CheckoutStatus.State.OPEN;
    }

    private Optional<Settlement> settlement(SandboxCheckout checkout) {
        return Optional.of(checkout)
                .filter(found -> found.state() == State.PAID)
                .map(found -> new Settlement(
                        fees.estimate(found.amountMinor(), found.currency()),
                        found.currency(),
                        Instant.ofEpochSecond(found.paidAt()),
                        transactionOf(found)));
    }

    private static void requireChargeable(CheckoutRequest request) {
        ChargeLimits limits = ChargeCurrencies.limits(request.currency());
        if (!limits.supported()) {
            throw refused("currency_unsupported");
        }
        if (request.amountMinor() < limits.minimumMinor()) {
            throw refused("amount_too_small");
        }
        if (request.amountMinor() > limits.maximumMinor()) {
            throw refused("amount_too_large");
        }
        if (!limits.chargeable(request.amountMinor())) {
            throw refused("amount_not_a_multiple");
        }
    }

    private static PaymentFailure refused(String code) {
        return new PaymentFailure(Outcome.REJECTED, code, "the sandbox refuses: " + code, null);
    }

    private static SandboxCheckout opened(CheckoutRequest request, Instant now) {
        return new SandboxCheckout(
                idOf(request.contributionId()),
                request.contributionId(),
                request.amountMinor(),
                request.currency().getCurrencyCode(),
                request.title(),
                request.transferGroup(),
                request.successUrl(),
                request.cancelUrl(),
                now.getEpochSecond(),
                now.plus(LIFE).getEpochSecond(),
                State.OPEN,
                0,
                0,
                false,
                request.account().orElse(""));
    }

    private static boolean sameOrder(SandboxCheckout one, SandboxCheckout other) {
        return one.amountMinor() == other.amountMinor()
                && one.currencyCode().equals(other.currencyCode())
                && one.title().equals(other.title())
                && one.transferGroup().equals(other.transferGroup())
                && one.successUrl().equals(other.successUrl())
                && one.cancelUrl().equals(other.cancelUrl())
                && one.account().equals(other.account());
    }
}
