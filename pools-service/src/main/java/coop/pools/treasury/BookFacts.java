package coop.pools.treasury;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.pool.MarginStore;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Brings refunds and disputes into the books, whoever tells of them and in whatever order. A fact whose contribution is
 * not known to be paid yet is kept, and booked when it is. Called inside a transaction.
 */
public final class BookFacts {
    private final ChargeDesk desk;
    private final MarginStore margins;

    public BookFacts(ChargeDesk desk, MarginStore margins) {
        this.desk = desk;
        this.margins = margins;
    }

    /** A refund exists or has changed. */
    public Verdict refund(RefundFact fact) {
        Optional<Contribution> contribution = desk.desk().contributions().lockByPayment(fact.paymentId());
        Money amount = new Money(fact.amountMinor(), fact.currency());
        Optional<Verdict> misfit = misfit(contribution, amount, fact.account());
        if (misfit.isPresent()) {
            return misfit.get();
        }
        CardRefund known = known(fact, amount, contribution.isPresent());
        CardRefund learned = known.learn(
                fact.refundId(),
                CardRefund.State.valueOf(fact.state().name()),
                fact.balanceTransactionId(),
                fact.failureTransactionId(),
                keptUntil(contribution.isPresent()));
        if (contribution.isEmpty()) {
            desk.desk().charges().saveRefund(learned);
            return Verdict.applied();
        }
        follow(contribution.get(), open -> open.put(learned));
        return Verdict.applied();
    }

    /** A dispute exists, has moved money or was decided. */
    public Verdict dispute(DisputeFact fact) {
        Optional<Contribution> contribution = desk.desk().contributions().lockByPayment(fact.paymentId());
        Money amount = new Money(fact.amountMinor(), fact.currency());
        Optional<Verdict> misfit = misfit(contribution, amount, fact.account());
        if (misfit.isPresent()) {
            return misfit.get();
        }
        CardDispute told = told(fact, amount, contribution.isPresent());
        if (contribution.isEmpty()) {
            desk.desk().charges().saveDispute(learned(told));
            return Verdict.applied();
        }
        // The charge is read before the dispute is in it: one that moves no money is news too.
        follow(contribution.get(), open -> open.put(learned(told)));
        return Verdict.applied();
    }

    private CardDispute learned(CardDispute told) {
        ChargeStore store = desk.desk().charges();
        store.insertDispute(told);
        return store.lockDispute(told.id()).orElseThrow().learn(told);
    }

    /** Something about a payment has changed that was not told in full: it is read anew soon. */
    public Verdict touched(String paymentId) {
        Optional<Contribution> contribution = desk.desk().contributions().lockByPayment(paymentId);
        if (contribution.isEmpty()) {
            return Verdict.ignored("not known to be paid; it is read anew when it is");
        }
        Contribution locked = contribution.get();
        desk.desk().contributions().save(locked.with(Backoff.from(now()), locked.note()));
        desk.wakeAfterCommit();
        return Verdict.applied();
    }

    /** The processor refuses a refund of ours for good: what was set aside for it goes back to where it was. */
    public void refused(UUID refundId, String paymentId, String why) {
        Contribution locked =
                desk.desk().contributions().lockByPayment(paymentId).orElseThrow();
        CardRefund present = desk.desk().charges().lockRefund(refundId).orElseThrow();
        if (present.state() == CardRefund.State.RESERVED) {
            follow(locked, open -> open.put(present.refused(why)));
        }
    }

    /** Books what was kept of a payment and tells of it; nothing when its contribution is still not known. */
    public boolean kept(String paymentId) {
        Optional<Contribution> contribution = desk.desk().contributions().lockByPayment(paymentId);
        contribution.ifPresent(
                locked -> desk.notices().kept(locked, follow(locked, open -> {}).charge()));
        return contribution.isPresent();
    }

    private interface Change {
        void on(OpenCharge open);
    }

    private OpenCharge follow(Contribution locked, Change change) {
        OpenCharge open = desk.open(locked, locked.payment().orElseThrow().id());
        Charge before = open.charge();
        change.on(open);
        open.follow();
        open.close();
        returned(open.charge()).stream()
                .filter(refund -> !returned(before).contains(refund))
                .forEach(margins::giveBack);
        return open;
    }

    private static Set<UUID> returned(Charge charge) {
        return charge.refunds().stream()
                .filter(refund -> refund.booked() == CardRefund.Booked.RETURNED)
                .map(CardRefund::id)
                .collect(Collectors.toSet());
    }

    private static Optional<Verdict> misfit(
            Optional<Contribution> contribution, Money amount, Optional<String> account) {
        if (!amount.isPositive()) {
            return Optional.of(Verdict.setAside("the amount is not above zero"));
        }
        boolean same = contribution
                .filter(known -> !known.amount().currency().equals(amount.currency())
                        || !known.terms().account().equals(account))
                .isEmpty();
        return same ? Optional.empty() : Optional.of(Verdict.setAside("not the contribution's currency or account"));
    }

    /** The row of this refund, locked; made when there is none. */
    private CardRefund known(RefundFact fact, Money amount, boolean paid) {
        ChargeStore store = desk.desk().charges();
        Optional<CardRefund> ours = fact.ours()
                .flatMap(BookFacts::parsed)
                .flatMap(store::lockRefund)
                .filter(refund -> refund.paymentId().equals(fact.paymentId())
                        && refund.amount().equals(amount)
                        && refund.processorId()
                                .filter(id -> !id.equals(fact.refundId()))
                                .isEmpty());
        if (ours.isPresent()) {
            return ours.get();
        }
        CardRefund wanted = new CardRefund(
                IdSource.derivedId("refund", fact.refundId()),
                Optional.of(fact.refundId()),
                fact.paymentId(),
                fact.account(),
                amount,
                CardRefund.State.valueOf(fact.state().name()),
                CardRefund.Booked.NOTHING,
                fact.balanceTransactionId(),
                fact.failureTransactionId(),
                Optional.empty(),
                "",
                keptUntil(paid),
                now());
        store.insertRefund(wanted);
        return store.lockRefund(fact.refundId()).orElseThrow();
    }

    private CardDispute told(DisputeFact fact, Money amount, boolean paid) {
        List<CardDispute.Movement> movements = fact.movements().stream()
                .map(movement -> new CardDispute.Movement(
                        movement.balanceTransactionId(),
                        new Money(movement.amountMinor(), fact.currency()),
                        new Money(movement.feeMinor(), fact.currency()),
                        false))
                .toList();
        return new CardDispute(
                fact.disputeId(),
                fact.paymentId(),
                fact.account(),
                amount,
                CardDispute.State.valueOf(fact.state().name()),
                Words.shortened(fact.reason()),
                fact.evidenceDueBy(),
                movements,
                false,
                keptUntil(paid),
                now());
    }

    /** When to look whether the contribution is known by then: its event may be on its way on another node. */
    private Backoff keptUntil(boolean paid) {
        return paid ? Backoff.none() : Backoff.none().triedAt(now());
    }

    private Instant now() {
        return desk.desk().clock().instant();
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
