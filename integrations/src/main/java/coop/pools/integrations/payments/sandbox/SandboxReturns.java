package coop.pools.integrations.payments.sandbox;

import static coop.pools.integrations.payments.sandbox.SandboxPayments.refused;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.integrations.payments.RefundRequest;
import coop.pools.integrations.payments.sandbox.SandboxCard.Behaviour;
import coop.pools.integrations.payments.sandbox.SandboxShelf.Next;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Money that goes back to payers of the sandbox: refunds, and disputes with their banks. */
final class SandboxReturns {
    private static final Duration UNTIL_SUCCEEDED = Duration.ofDays(1);
    private static final Duration UNTIL_BACK = Duration.ofDays(5);

    private final SandboxPayments payments;
    private final SandboxJournal journal;

    SandboxReturns(SandboxPayments payments, SandboxJournal journal) {
        this.payments = payments;
        this.journal = journal;
    }

    /** A refund that Pools orders. Its webhooks come by the clock, as after any call of the port. */
    RefundFact refund(RefundRequest request) {
        SandboxPayment payment = payments.find(request.paymentId())
                .filter(found -> found.account().equals(request.account().orElse("")))
                .orElseThrow(() -> refused("resource_missing"));
        if (!payment.currency().equals(request.currency())) {
            throw refused("currency_mismatch");
        }
        String key = request.idempotencyKey();
        Refunded step = payments.shelfOf(payment)
                .change(payment.id(), present -> made(present, key, request.refundId(), request.amountMinor()));
        note(step);
        journal.tellSoon(step.refund().id(), step.refund().createdAt());
        return SandboxPayments.fact(step.next(), step.refund());
    }

    /** A refund that somebody makes in the processor's dashboard; of all that is left where no amount is said. */
    List<SignedEvent> refundInDashboard(String paymentId, Optional<Long> amountMinor) {
        SandboxPayment payment = payments.find(paymentId).orElseThrow(() -> refused("resource_missing"));
        Refunded step = payments.shelfOf(payment).change(paymentId, present -> {
            String key = present.name() + "_d" + (present.refunds().size() + 1);
            return made(present, key, "", amountMinor.orElse(present.amountMinor() - present.refundedMinor()));
        });
        return note(step);
    }

    private record Refunded(SandboxPayment next, SandboxRefund refund) implements Next<SandboxPayment> {}

    private Refunded made(SandboxPayment payment, String key, String ours, long amountMinor) {
        Optional<SandboxRefund> same = payment.refunds().stream()
                .filter(refund -> refund.key().equals(key))
                .findFirst();
        if (same.isPresent()) {
            if (same.get().amountMinor() != amountMinor) {
                throw refused("idempotency_error");
            }
            return new Refunded(payment, same.get());
        }
        requireRefundable(payment, amountMinor);
        long now = journal.now();
        SandboxRefund refund = switch (payment.card()) {
            case REFUNDS_SLOWLY -> refund(key, ours, amountMinor, RefundFact.State.PENDING, now, UNTIL_SUCCEEDED);
            case REFUNDS_COME_BACK -> refund(key, ours, amountMinor, RefundFact.State.SUCCEEDED, now, UNTIL_BACK);
            default -> refund(key, ours, amountMinor, RefundFact.State.SUCCEEDED, now, Duration.ZERO);
        };
        return new Refunded(payment.with(refund), refund);
    }

    private static SandboxRefund refund(
            String key, String ours, long amountMinor, RefundFact.State state, long now, Duration until) {
        long changesAt = until.isZero() ? 0 : now + until.toSeconds();
        return new SandboxRefund("re_sandbox_" + key, ours, key, amountMinor, state, now, changesAt);
    }

    private static void requireRefundable(SandboxPayment payment, long amountMinor) {
        if (payment.disputed() || payment.lost()) {
            throw refused("charge_disputed");
        }
        if (payment.refundedMinor() == payment.amountMinor()) {
            throw refused("charge_already_refunded");
        }
        if (amountMinor < 1 || amountMinor > payment.amountMinor() - payment.refundedMinor()) {
            throw refused("amount_too_large");
        }
    }

    private List<SignedEvent> note(Refunded step) {
        SandboxRefund refund = step.refund();
        if (refund.changesAt() > 0) {
            journal.later(refund.changesAt(), "refund " + step.next().id() + " " + refund.id());
        }
        return journal.note(
                refund.id(),
                refund.createdAt(),
                step.next().account(),
                SandboxEvents.refunded(step.next(), refund),
                List.of(movement(
                        step.next(),
                        refund,
                        "refund",
                        refund.transactionId(),
                        -refund.amountMinor(),
                        refund.createdAt())));
    }

    /** A refund that was pending succeeds, or one that had succeeded comes back. */
    List<SignedEvent> decide(String paymentId, String refundId, long at) {
        SandboxPayment payment = payments.find(paymentId).orElseThrow(() -> refused("resource_missing"));
        Refunded step = payments.shelfOf(payment).change(paymentId, present -> {
            SandboxRefund refund = present.refunds().stream()
                    .filter(one -> one.id().equals(refundId))
                    .findFirst()
                    .orElseThrow(() -> refused("resource_missing"));
            SandboxRefund decided = refund.in(
                    present.card() == Behaviour.REFUNDS_COME_BACK
                            ? RefundFact.State.FAILED
                            : RefundFact.State.SUCCEEDED);
            return new Refunded(present.with(decided), decided);
        });
        SandboxRefund refund = step.refund();
        List<SandboxMovement> back = refund.state() == RefundFact.State.FAILED
                ? List.of(movement(
                        step.next(), refund, "refund_failure", refund.failureTransactionId(), refund.amountMinor(), at))
                : List.of();
        return journal.note(
                refund.id() + "_decided",
                at,
                step.next().account(),
                SandboxEvents.refundDecided(step.next(), refund, at),
                back);
    }

    private static SandboxMovement movement(
            SandboxPayment payment, SandboxRefund refund, String category, String id, long amountMinor, long at) {
        return new SandboxMovement(
                id, category, refund.id(), payment.id(), amountMinor, 0, payment.currencyCode(), at, at);
    }

    /**
     * The payer disputes the payment, or the bank decides: OPEN, WON or LOST. A payment is disputed once; a decision
     * without a dispute opens it first, and what was decided stays so.
     */
    List<SignedEvent> dispute(String paymentId, DisputeFact.State outcome) {
        SandboxPayment payment = payments.find(paymentId).orElseThrow(() -> refused("resource_missing"));
        Disputed step = payments.shelfOf(payment).change(paymentId, present -> {
            SandboxDispute dispute = present.disputes().stream().findFirst().orElseGet(() -> opened(present));
            SandboxDispute next = dispute.open() && outcome != DisputeFact.State.OPEN
                    ? dispute.decided(outcome, journal.now())
                    : dispute;
            return new Disputed(present.with(next), next);
        });
        return noted(step.next(), step.dispute());
    }

    private record Disputed(SandboxPayment next, SandboxDispute dispute) implements Next<SandboxPayment> {}

    private SandboxDispute opened(SandboxPayment payment) {
        long left = payment.amountMinor() - payment.refundedMinor();
        if (left <= 0) {
            throw refused("charge_already_refunded");
        }
        return SandboxCheckouts.dispute(payment.name(), left, journal.now());
    }

    private List<SignedEvent> noted(SandboxPayment payment, SandboxDispute dispute) {
        List<SignedEvent> events = new java.util.ArrayList<>();
        boolean withPayment = payment.card() == Behaviour.DISPUTES && dispute.createdAt() == payment.paidAt();
        if (!withPayment) {
            SandboxDispute asOpened = dispute.decided(DisputeFact.State.OPEN, 0);
            events.addAll(journal.note(
                    dispute.id(),
                    dispute.createdAt(),
                    payment.account(),
                    SandboxEvents.disputeOpened(payment.with(asOpened), asOpened),
                    List.of(SandboxObjects.taken(payment, dispute))));
        }
        if (!dispute.open()) {
            events.addAll(journal.note(
                    dispute.id() + "_decided",
                    dispute.decidedAt(),
                    payment.account(),
                    SandboxEvents.disputeDecided(payment, dispute),
                    dispute.state() == DisputeFact.State.WON
                            ? List.of(SandboxObjects.givenBack(payment, dispute))
                            : List.of()));
        }
        return events;
    }
}
