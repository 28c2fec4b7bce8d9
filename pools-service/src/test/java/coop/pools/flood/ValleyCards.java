package coop.pools.flood;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.treasury.RepayShortfalls;
import coop.pools.treasury.TreasuryDesk;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Booking;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardDispute.Movement;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Purse;
import coop.pools.treasury.domain.Share;
import coop.pools.treasury.domain.Step;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlContributionStore;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Card payments to the Pools of a valley, booked by the treasury's own rules, that banks can take back and give again. */
final class ValleyCards {
    private final Valley valley;
    private final List<Charge> charges = new ArrayList<>();
    private final RepayShortfalls repay;

    ValleyCards(Valley valley) {
        this.valley = valley;
        repay = new RepayShortfalls(
                new TreasuryDesk(
                        valley.db.transactions(),
                        valley.db.store(SqlContributionStore.class),
                        valley.db.store(SqlChargeStore.class),
                        valley.clock),
                valley.ledger,
                valley.freezes);
    }

    void contribute(MemberPool pool, long minor) {
        Money amount = new Money(minor, Currency.getInstance(pool.currency()));
        Share share = Share.of(1, pool.id(), Optional.empty(), amount).freeAtOnce();
        Charge asked = new Charge(amount, false, Optional.empty(), List.of(share), List.of(), List.of());
        charges.add(book(
                asked,
                new Step(
                        new Cause("contribution", valley.ids.newId()),
                        "A contribution",
                        asked.paidNow().settled(Money.zero(amount.currency())))));
    }

    /** The bank of the payer takes the whole payment back. */
    void dispute(int number) {
        Charge charge = charges.get(number);
        move(
                number,
                dispute(
                        number,
                        List.of(movement(number, "taken", charge.amount().negated()))));
    }

    /** The dispute is won. */
    void giveBack(int number) {
        Charge charge = charges.get(number);
        List<Movement> both = new ArrayList<>(charge.disputes().get(0).movements());
        both.add(movement(number, "given", charge.amount()));
        move(number, dispute(number, both));
    }

    private Movement movement(int number, String what, Money amount) {
        return new Movement(what + number + shareOf(number).pool(), amount, Money.zero(amount.currency()), false);
    }

    private CardDispute dispute(int number, List<Movement> movements) {
        return new CardDispute(
                "dp_" + number,
                "pi_" + number,
                Optional.empty(),
                charges.get(number).amount(),
                movements.size() == 1 ? CardDispute.State.OPEN : CardDispute.State.WON,
                "fraudulent",
                Optional.empty(),
                movements,
                false,
                Backoff.none(),
                valley.clock.instant());
    }

    private void move(int number, CardDispute told) {
        Charge charge = charges.get(number).with(told);
        charges.set(number, book(charge, Step.next(charge, "somebody").orElseThrow()));
    }

    private Share shareOf(int number) {
        return charges.get(number).shares().get(0);
    }

    private Charge book(Charge before, Step step) {
        UUID pool = before.shares().get(0).pool();
        return valley.db.transactions().inTransaction(() -> {
            Purse purse = new Purse(
                    valley.ledger.lockedBalances(List.of(pool)).get(pool),
                    bucket -> false,
                    before.amount().currency());
            Booking booking = Booking.of(before, step, any -> purse);
            booking.transfers()
                    .forEach((book, transfers) -> valley.ledger.post(
                            new Posting(book, step.cause(), valley.clock.instant(), "processor", transfers)));
            if (purse.turned() && purse.shortfall().isPositive()) {
                valley.freezes.freeze(pool, Freeze.Reason.SHORTFALL, "More was taken back than the Pool had");
            } else if (purse.turned()) {
                valley.freezes.lift(pool, Freeze.Reason.SHORTFALL, "What was lacking has come in");
            }
            return booking.after();
        });
    }

    /** What Pools lack is made up for out of what came home. */
    void repay() {
        while (repay.run(50) > 0) {
            // Until nothing is left to be done.
        }
    }
}
