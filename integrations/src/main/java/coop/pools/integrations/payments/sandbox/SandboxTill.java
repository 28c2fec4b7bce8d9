package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.sandbox.PayResult.Status;
import coop.pools.integrations.payments.sandbox.SandboxCard.Behaviour;
import coop.pools.integrations.payments.sandbox.SandboxCheckout.State;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where people pay: what a payment page becomes when somebody tries a card or a direct debit on it. */
final class SandboxTill {
    private static final Duration UNTIL_DECIDED = Duration.ofDays(3);

    /** After so long nobody is at the page's till any more. */
    private static final Duration UNTIL_LEFT = Duration.ofMinutes(1);

    private final SandboxCheckouts checkouts;
    private final SandboxSubscriptions subscriptions;
    private final SandboxJournal journal;
    private final Clock clock;

    SandboxTill(SandboxCheckouts checkouts, SandboxSubscriptions subscriptions, SandboxJournal journal, Clock clock) {
        this.checkouts = checkouts;
        this.subscriptions = subscriptions;
        this.journal = journal;
        this.clock = clock;
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
                    ? new Step(checkout.paid(journal.now(), Behaviour.PAYS), Status.APPROVED, "")
                    : new Step(checkout.declined(), Status.DECLINED, "payment_intent_authentication_failure");
        });
    }

    /** The bank decides a direct debit, once. */
    List<SignedEvent> decide(String checkoutId) {
        Step step = checkouts.shelf().change(checkoutId, checkout -> {
            if (checkout.state() != State.PROCESSING) {
                return new Step(checkout, Status.ALREADY_PAID, "");
            }
            return checkout.behaviour() == Behaviour.DEBIT_SUCCEEDS
                    ? new Step(checkout.paid(checkout.decidesAt(), checkout.behaviour()), Status.APPROVED, "")
                    : new Step(checkout.failed(), Status.DECLINED, "debit_failed");
        });
        SandboxCheckout decided = step.next();
        return decided.state() == State.FAILED
                ? journal.note(
                        decided.id() + "_failed",
                        decided.decidesAt(),
                        decided.account(),
                        SandboxEvents.debitFailed(decided),
                        List.of())
                : arrived(decided);
    }

    /** Notes what a page has brought in, should a crash have kept that from being done at once. */
    List<SignedEvent> arrive(String checkoutId) {
        return checkouts
                .find(checkoutId)
                .filter(page -> page.state() == State.PAID)
                .map(this::arrived)
                .orElseGet(List::of);
    }

    private Step tried(SandboxCheckout checkout, SandboxCard card) {
        if (checkout.state() == State.PROCESSING || checkout.state() == State.FAILED) {
            return new Step(checkout, Status.PROCESSING, "");
        }
        if (card.debit()) {
            return checkout.recurring()
                    ? new Step(checkout.declined(), Status.DECLINED, "payment_method_unavailable")
                    : new Step(
                            checkout.processing(card.behaviour(), journal.now() + UNTIL_DECIDED.toSeconds()),
                            Status.PROCESSING,
                            "");
        }
        return switch (card.behaviour()) {
            case ASKS -> new Step(checkout.authenticating(), Status.AUTHENTICATION_NEEDED, "");
            case DECLINES -> new Step(checkout.declined(), Status.DECLINED, card.code());
            default -> new Step(checkout.paid(journal.now(), card.behaviour()), Status.APPROVED, "");
        };
    }

    /** Where a page goes from here and what the payer is told. */
    private record Step(SandboxCheckout next, Status status, String code) implements Next<SandboxCheckout> {}

    private PayResult advance(String checkoutId, Function<SandboxCheckout, Step> payable) {
        if (checkouts.find(checkoutId).isEmpty()) {
            throw new PaymentFailure(Outcome.REJECTED, "resource_missing", "no such page: " + checkoutId, null);
        }
        String unlessDone = journal.later(journal.now() + UNTIL_LEFT.toSeconds(), "arrive " + checkoutId);
        Step step = checkouts.shelf().change(checkoutId, checkout -> {
            if (checkout.state() == State.PAID) {
                return new Step(checkout, Status.ALREADY_PAID, "");
            }
            return checkout.expired(clock.instant())
                    ? new Step(checkout, Status.EXPIRED, "checkout_session_expired")
                    : payable.apply(checkout);
        });
        List<SignedEvent> events = told(step);
        journal.done(unlessDone);
        return new PayResult(step.status(), step.code(), events);
    }

    private List<SignedEvent> told(Step step) {
        SandboxCheckout page = step.next();
        return switch (step.status()) {
            case APPROVED, ALREADY_PAID -> arrived(page);
            case DECLINED ->
                journal.note(
                        page.id() + "_" + page.attempts(),
                        journal.now(),
                        page.account(),
                        SandboxEvents.declined(page, step.code(), clock.instant()),
                        List.of());
            case EXPIRED ->
                journal.note(
                        page.id() + "_expired",
                        page.expiresAt(),
                        page.account(),
                        SandboxEvents.expired(page),
                        List.of());
            case PROCESSING -> ordered(page);
            case INVALID, AUTHENTICATION_NEEDED -> List.of();
        };
    }

    private List<SignedEvent> ordered(SandboxCheckout page) {
        journal.later(page.decidesAt(), "decide " + page.id());
        long at = page.decidesAt() - UNTIL_DECIDED.toSeconds();
        return journal.note(
                page.id() + "_processing", at, page.account(), SandboxEvents.processing(page, at), List.of());
    }

    private List<SignedEvent> arrived(SandboxCheckout page) {
        if (page.recurring()) {
            return subscriptions.begin(page);
        }
        return checkouts
                .payment(page)
                .map(payment -> journal.note(
                        page.id() + "_paid",
                        page.paidAt(),
                        page.account(),
                        SandboxEvents.paid(page, payment),
                        Stream.concat(
                                        Stream.of(payment.movement()),
                                        payment.disputes().stream()
                                                .map(dispute -> SandboxObjects.taken(payment, dispute)))
                                .toList()))
                .orElseGet(List::of);
    }
}
