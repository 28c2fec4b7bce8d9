package coop.pools.treasury;

import coop.pools.integrations.payments.Settlement;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Cause;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payment;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.ContributionState;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings contributions into the books: gross when paid, the card fee when known, the rest from pending to what can be
 * spent when the processor lets go of it. Every step is told with the contribution's row locked, is booked once by its
 * cause, and comes from events and from looking alike. Called inside a transaction.
 */
public final class BookContribution {
    private final ChargeDesk desk;

    public BookContribution(ChargeDesk desk) {
        this.desk = desk;
    }

    /** What the processor says has arrived. */
    public record Arrived(String paymentId, long amountMinor, Currency currency, Optional<Settlement> settlement) {}

    /** This contribution will be booked in the present shared transaction. */
    void expect(UUID contribution, String paymentId) {
        desk.desk().contributions().expect(contribution);
        desk.desk().charges().expect(contribution, paymentId);
    }

    /** The same, when its shares can be read with those of others. */
    void expectBooks(UUID contribution) {
        desk.desk()
                .charges()
                .shares(contribution)
                .forEach(share -> desk.ledger().expect(share.pool()));
    }

    /**
     * Money of this contribution is there. Booked once, with all refunds and disputes that were known before; other
     * money than was asked for is not booked at all.
     */
    public Verdict paid(Contribution locked, Arrived arrived) {
        Money amount = new Money(arrived.amountMinor(), arrived.currency());
        if (!amount.equals(locked.amount())) {
            return Verdict.setAside("the amount is not the contribution's");
        }
        if (locked.state().isBooked()) {
            return again(locked, arrived);
        }
        Instant now = desk.desk().clock().instant();
        OpenCharge open = desk.open(locked, arrived.paymentId());
        open.put(locked.paid(arrived.paymentId(), now));
        open.take(
                "contribution",
                "From " + locked.payer().shownName(),
                open.charge().paidNow());
        if (arrived.settlement().isPresent()) {
            settle(open, arrived.settlement().get());
        } else {
            desk.wakeAfterCommit();
        }
        open.follow();
        open.close();
        return Verdict.applied();
    }

    private Verdict again(Contribution locked, Arrived arrived) {
        boolean same = locked.payment()
                .filter(payment -> payment.id().equals(arrived.paymentId()))
                .isPresent();
        if (!same) {
            return Verdict.setAside("a second payment of one contribution");
        }
        arrived.settlement().ifPresent(settlement -> settled(locked, settlement));
        return Verdict.applied();
    }

    /** The payer has used a method whose answer takes days. */
    public void processing(Contribution locked) {
        if (locked.state() == ContributionState.PENDING && !locked.note().equals(Contribution.PROCESSING)) {
            desk.desk().contributions().save(locked.with(locked.backoff(), Contribution.PROCESSING));
        }
    }

    /** The page was not paid; says nothing against money that has arrived. */
    public Verdict notPaid(Contribution locked, ContributionState why) {
        if (locked.state() != ContributionState.PENDING) {
            return Verdict.ignored("the contribution is " + locked.state().word());
        }
        String words = why == ContributionState.EXPIRED ? "" : "The payment did not go through";
        Contribution ended = locked.notPaid(why, words);
        desk.desk().contributions().save(ended);
        desk.notices().notPaid(ended);
        return Verdict.applied();
    }

    /**
     * The fee is known: it is booked, and the rest can be spent if its day has come. While it has not, a later day that
     * is told counts and an earlier one does not, so that it makes no difference in which order they are told.
     */
    public void settled(Contribution locked, Settlement settlement) {
        if (locked.payment()
                .flatMap(Payment::releaseAt)
                .filter(settlement.availableOn()::isAfter)
                .isPresent()) {
            desk.desk().contributions().save(locked.waiting(settlement.availableOn()));
        }
        if (!locked.state().isBooked() || locked.settlement().isPresent()) {
            return;
        }
        OpenCharge open = desk.open(locked, locked.payment().orElseThrow().id());
        settle(open, settlement);
        open.follow();
        open.close();
    }

    private void settle(OpenCharge open, Settlement settlement) {
        Contribution contribution = open.contribution();
        Money fee = new Money(settlement.feeMinor(), settlement.currency());
        Money gross = contribution.amount();
        if (!fee.currency().equals(gross.currency()) || fee.minorUnits() < 0 || fee.isMoreThan(gross)) {
            // An operator has to look: the money stays pending, and asking again would bring the same answer.
            open.put(contribution.with(Backoff.none(), "The processor settled it in a way that cannot be booked"));
            return;
        }
        boolean free = !settlement.availableOn().isAfter(desk.desk().clock().instant());
        Contribution settled = contribution.settled(new Settled(fee, settlement.availableOn()));
        Charge charge = open.charge().settled(fee);
        open.put(free || charge.isFree() ? settled.released() : settled);
        open.take(Cause.SETTLEMENT, "", charge);
        if (free) {
            release(open);
        }
    }

    private static void release(OpenCharge open) {
        open.take(Cause.AVAILABLE, "", open.charge().freed());
    }

    /** Settled money whose day has come can be spent. */
    public void available(Contribution locked) {
        Instant now = desk.desk().clock().instant();
        boolean due = locked.payment()
                .flatMap(Payment::releaseAt)
                .filter(at -> !at.isAfter(now))
                .isPresent();
        if (!due) {
            return;
        }
        OpenCharge open = desk.open(locked, locked.payment().orElseThrow().id());
        open.put(locked.released());
        release(open);
        open.close();
    }
}
