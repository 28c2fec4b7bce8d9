package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PaymentFacts;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentFailure.Outcome;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.integrations.payments.Settlement;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payments of the sandbox and what becomes of them: refunds and disputes. */
final class SandboxPayments {
    private static final String PREFIX = "pi_sandbox_";

    /** How long a bank may take to send a refund back. */
    private static final Duration UNTIL_FAILED = Duration.ofDays(5);

    private final SandboxCheckouts checkouts;
    private final SandboxShelf<SandboxPayment> shelf;
    private final Clock clock;

    SandboxPayments(SandboxState state, SandboxCheckouts checkouts, Clock clock) {
        this.checkouts = checkouts;
        this.shelf = new SandboxShelf<>(state, SandboxPayment.class);
        this.clock = clock;
    }

    /** A payment; that of a page is only kept by itself from the first thing that befalls it. */
    Optional<SandboxPayment> find(String paymentId) {
        if (!paymentId.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return shelf.find(paymentId).or(() -> checkouts.payment(paymentId.substring(PREFIX.length())));
    }

    Optional<PaymentFacts> read(String paymentId, Optional<String> account) {
        return find(paymentId)
                .filter(payment -> payment.account().equals(account.orElse("")))
                .map(SandboxPayments::facts);
    }

    RefundFact refund(RefundRequest request) {
        SandboxPayment payment = find(request.paymentId())
                .filter(found -> found.account().equals(request.account().orElse("")))
                .orElseThrow(() -> refused("resource_missing"));
        shelf.addOrGet(payment.id(), payment);
        Refunded step = shelf.change(payment.id(), present -> refunded(present, request));
        return fact(step.next(), step.refund());
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

    private record Refunded(SandboxPayment next, SandboxRefund refund) implements Next<SandboxPayment> {}

    private Refunded refunded(SandboxPayment payment, RefundRequest request) {
        Optional<SandboxRefund> same = payment.refunds().stream()
                .filter(refund -> refund.key().equals(request.idempotencyKey()))
                .findFirst();
        if (same.isPresent()) {
            if (same.get().amountMinor() != request.amountMinor()) {
                throw refused("idempotency_error");
            }
            return new Refunded(payment, same.get());
        }
        if (!payment.currency().equals(request.currency())) {
            throw refused("currency_mismatch");
        }
        SandboxRefund refund = made(
                payment, request.idempotencyKey(), request.refundId(), request.idempotencyKey(), request.amountMinor());
        return new Refunded(payment.with(refund), refund);
    }

    private SandboxRefund made(SandboxPayment payment, String name, String ours, String key, long amountMinor) {
        if (payment.disputed() || payment.lost()) {
            throw refused("charge_disputed");
        }
        if (payment.refundedMinor() == payment.amountMinor()) {
            throw refused("charge_already_refunded");
        }
        if (amountMinor > payment.amountMinor() - payment.refundedMinor()) {
            throw refused("amount_too_large");
        }
        Instant now = clock.instant();
        return new SandboxRefund(
                "re_sandbox_" + name,
                ours,
                key,
                amountMinor,
                payment.refundsFail() ? RefundFact.State.PENDING : RefundFact.State.SUCCEEDED,
                now.getEpochSecond(),
                payment.refundsFail() ? now.plus(UNTIL_FAILED).getEpochSecond() : 0);
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
                account(payment));
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
                Optional.of(refund.ours()).filter(ours -> !ours.isEmpty()),
                refund.amountMinor(),
                payment.currency(),
                refund.state(),
                Optional.of(refund.transactionId()),
                Optional.of(refund.failureTransactionId()).filter(id -> refund.state() == RefundFact.State.FAILED),
                account(payment));
    }

    static DisputeFact fact(SandboxPayment payment, SandboxDispute dispute) {
        List<DisputeFact.Movement> movements = new ArrayList<>();
        movements.add(
                new DisputeFact.Movement(dispute.takenTransactionId(), -dispute.amountMinor(), dispute.feeMinor()));
        if (dispute.state() == DisputeFact.State.WON) {
            movements.add(new DisputeFact.Movement(
                    dispute.givenBackTransactionId(), dispute.amountMinor(), -dispute.feeMinor()));
        }
        return new DisputeFact(
                dispute.id(),
                payment.id(),
                dispute.amountMinor(),
                payment.currency(),
                dispute.state(),
                "fraudulent",
                Optional.of(Instant.ofEpochSecond(dispute.createdAt()).plus(Duration.ofDays(9))),
                movements,
                account(payment));
    }

    private static Optional<String> account(SandboxPayment payment) {
        return Optional.of(payment.account()).filter(account -> !account.isEmpty());
    }

    static PaymentFailure refused(String code) {
        return new PaymentFailure(Outcome.REJECTED, code, "the sandbox refuses: " + code, null);
    }
}
