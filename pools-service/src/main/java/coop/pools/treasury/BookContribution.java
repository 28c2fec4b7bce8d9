package coop.pools.treasury;

import coop.pools.integrations.payments.Settlement;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Settled;
import coop.pools.treasury.domain.ContributionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The only place where contributions reach the books: gross when paid, the card fee when known, the rest from pending
 * to available when the processor lets go of it. Every step is told with the contribution's row locked, is booked once
 * by its cause, and comes from events and from looking alike. Called inside a transaction.
 */
public final class BookContribution {
    private final TreasuryDesk desk;
    private final Ledger ledger;
    private final Runnable wake;

    /** @param wake tells the jobs that there is something to do */
    public BookContribution(TreasuryDesk desk, Ledger ledger, Runnable wake) {
        this.desk = desk;
        this.ledger = ledger;
        this.wake = wake;
    }

    /** What the processor says has arrived. */
    public record Arrived(String paymentId, long amountMinor, Currency currency, Optional<Settlement> settlement) {}

    /** Money of this contribution is there. Booked once; other money than was asked for is not booked at all. */
    public Verdict paid(Contribution locked, Arrived arrived) {
        Money amount = new Money(arrived.amountMinor(), arrived.currency());
        if (!amount.equals(locked.amount())) {
            return Verdict.setAside("the amount is not the contribution's");
        }
        if (locked.state().isBooked()) {
            return again(locked, arrived);
        }
        Instant now = desk.clock().instant();
        Contribution paid = locked.paid(arrived.paymentId(), now);
        String memo = "Contribution from " + locked.payer().shownName();
        post(
                paid,
                "contribution",
                now,
                List.of(new Transfer(Accounts.PENDING, Accounts.CONTRIBUTIONS, locked.amount(), memo)));
        desk.contributions().save(paid);
        if (arrived.settlement().isPresent()) {
            settled(paid, arrived.settlement().get());
        } else {
            desk.transactions().afterCommit(wake);
        }
        return Verdict.applied();
    }

    private Verdict again(Contribution locked, Arrived arrived) {
        boolean same = locked.payment()
                .filter(payment -> payment.id().equals(arrived.paymentId()))
                .isPresent();
        if (!same) {
            return Verdict.setAside("a second payment of one contribution");
        }
        if (locked.settlement().isEmpty()) {
            arrived.settlement().ifPresent(settlement -> settled(locked, settlement));
        }
        return Verdict.applied();
    }

    /** The page was not paid; says nothing against money that has arrived. */
    public Verdict notPaid(Contribution locked, ContributionState why) {
        if (locked.state() != ContributionState.PENDING) {
            return Verdict.ignored("the contribution is " + locked.state().word());
        }
        String words = why == ContributionState.EXPIRED ? "" : "The payment did not go through";
        desk.contributions().save(locked.notPaid(why, words));
        return Verdict.applied();
    }

    /** The fee is known: it is booked, and the rest is made available if its day has come. */
    public void settled(Contribution locked, Settlement settlement) {
        Money fee = new Money(settlement.feeMinor(), settlement.currency());
        Money gross = locked.amount();
        if (locked.state() != ContributionState.PAID || locked.settlement().isPresent()) {
            return;
        }
        if (!fee.currency().equals(gross.currency()) || fee.minorUnits() < 0 || fee.isMoreThan(gross)) {
            // An operator has to look: the money stays pending, and asking again would bring the same answer.
            desk.contributions()
                    .save(locked.with(Backoff.none(), "The processor settled it in a way that cannot be booked"));
            return;
        }
        Contribution settled = locked.settled(new Settled(fee, settlement.availableOn()));
        Instant now = desk.clock().instant();
        List<Transfer> transfers = new ArrayList<>();
        if (fee.isPositive()) {
            String memo = "Card fee on a contribution of " + locked.payer().shownName();
            transfers.add(new Transfer(Accounts.CARD_FEES, Accounts.PENDING, fee, memo));
        }
        boolean free = !settlement.availableOn().isAfter(now);
        if (free && gross.isMoreThan(fee)) {
            transfers.add(release(locked, gross.minus(fee)));
        }
        post(settled, "settlement", now, transfers);
        desk.contributions().save(free ? settled.available() : settled);
    }

    /** Settled money whose day has come can be spent. */
    public void available(Contribution locked) {
        if (locked.state() != ContributionState.PAID || locked.settlement().isEmpty()) {
            return;
        }
        Instant now = desk.clock().instant();
        Settled settled = locked.settlement().get();
        if (settled.availableOn().isAfter(now)) {
            return;
        }
        Money net = locked.amount().minus(settled.fee());
        post(locked, "available", now, net.isPositive() ? List.of(release(locked, net)) : List.of());
        desk.contributions().save(locked.available());
    }

    private static Transfer release(Contribution contribution, Money net) {
        String memo = "Contribution from " + contribution.payer().shownName() + " can be spent";
        return new Transfer(Accounts.AVAILABLE, Accounts.PENDING, net, memo);
    }

    private void post(Contribution contribution, String cause, Instant at, List<Transfer> transfers) {
        if (!transfers.isEmpty()) {
            ledger.post(new Posting(
                    contribution.poolId(), new Cause(cause, contribution.id()), at, "processor", transfers));
        }
    }
}
