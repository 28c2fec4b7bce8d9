package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payments of the sandbox as they are read. */
final class SandboxPayments {
    private static final String PREFIX = "pi_sandbox_";

    private final SandboxCheckouts checkouts;
    private final SandboxShelf<SandboxPayment> shelf;

    SandboxPayments(SandboxState state, SandboxCheckouts checkouts) {
        this.checkouts = checkouts;
        this.shelf = new SandboxShelf<>(state, SandboxPayment.class);
    }

    /** A payment; that of a page is only kept by itself from the first thing that befalls it. */
    Optional<SandboxPayment> find(String paymentId) {
        return paymentId.startsWith(PREFIX)
                ? shelf.find(paymentId).or(() -> page(paymentId).flatMap(checkouts::payment))
                : Optional.empty();
    }

    /** The shelf that a payment stands on from now on, so that things can befall it. */
    SandboxShelf<SandboxPayment> shelfOf(SandboxPayment payment) {
        shelf.addOrGet(payment.id(), payment);
        return shelf;
    }

    Optional<PaymentFacts> read(String paymentId, Optional<String> account) {
        return find(paymentId)
                .map(SandboxPayments::facts)
                .or(() -> page(paymentId)
                        .filter(page -> page.attempts() > 0 || SandboxCheckouts.begun(page))
                        .map(SandboxPayments::unpaid))
                .filter(facts -> facts.account().equals(account));
    }

    Optional<RefundFact> findRefund(String refundId, String paymentId, Optional<String> account) {
        List<RefundFact> found = read(paymentId, account).map(PaymentFacts::refunds).orElse(List.of()).stream()
                .filter(refund -> refund.ours().equals(Optional.of(refundId)))
                .toList();
        return found.stream()
                .filter(refund -> refund.state() != RefundFact.State.FAILED)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private Optional<SandboxCheckout> page(String paymentId) {
        return paymentId.startsWith(PREFIX)
                ? checkouts
                        .find(SandboxCheckouts.idOf(paymentId.substring(PREFIX.length())))
                        .filter(page -> !page.recurring())
                : Optional.empty();
    }

    private static PaymentFacts unpaid(SandboxCheckout page) {
        return new PaymentFacts(
                page.paymentId(),
                Optional.empty(),
                false,
                page.amountMinor(),
                page.currency(),
                Optional.empty(),
                List.of(),
                List.of(),
                given(page.account()));
    }

    static PaymentFacts facts(SandboxPayment payment) {
        return new PaymentFacts(
                payment.id(),
                Optional.of(payment.chargeId()),
                true,
                payment.amountMinor(),
                payment.currency(),
                Optional.of(settlement(payment)),
                payment.refunds().stream().map(refund -> fact(payment, refund)).toList(),
                payment.disputes().stream()
                        .map(dispute -> fact(payment, dispute))
                        .toList(),
                given(payment.account()));
    }

    static Settlement settlement(SandboxPayment payment) {
        return new Settlement(
                payment.feeMinor(),
                payment.currency(),
                Instant.ofEpochSecond(payment.availableOn()),
                payment.transactionId());
    }

    static RefundFact fact(SandboxPayment payment, SandboxRefund refund) {
        return new RefundFact(
                refund.id(),
                payment.id(),
                given(refund.ours()),
                refund.amountMinor(),
                payment.currency(),
                refund.state(),
                Optional.of(refund.transactionId()),
                Optional.of(refund.failureTransactionId()).filter(id -> refund.state() == RefundFact.State.FAILED),
                given(payment.account()));
    }

    static DisputeFact fact(SandboxPayment payment, SandboxDispute dispute) {
        List<DisputeFact.Movement> movements = new ArrayList<>();
        movements.add(movement(SandboxObjects.taken(payment, dispute)));
        if (dispute.state() == DisputeFact.State.WON) {
            movements.add(movement(SandboxObjects.givenBack(payment, dispute)));
        }
        return new DisputeFact(
                dispute.id(),
                payment.id(),
                dispute.amountMinor(),
                payment.currency(),
                dispute.state(),
                "fraudulent",
                Optional.of(Instant.ofEpochSecond(dispute.createdAt()).plus(SandboxObjects.EVIDENCE)),
                movements,
                given(payment.account()));
    }

    private static DisputeFact.Movement movement(SandboxMovement moved) {
        return new DisputeFact.Movement(moved.id(), moved.amountMinor(), moved.feeMinor());
    }

    /** A text that is there. */
    static Optional<String> given(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    static PaymentFailure refused(String code) {
        return new PaymentFailure(Outcome.REJECTED, code, "the sandbox refuses: " + code, null);
    }
}
