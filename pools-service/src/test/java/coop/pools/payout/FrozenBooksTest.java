package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Action;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Freeze.Reason;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;

class FrozenBooksTest {
    @EveryDatabase
    void nothingIsOrderedWhilePayoutsAreStopped(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        UUID proposal = house.ids.newId();
        Payee payee = PayingOutTest.ready(house);
        house.freezes.freeze(house.pool.id(), Reason.SHORTFALL, "12.00 EUR are lacking.");
        assertThatThrownBy(() -> order(house, proposal, payee)).hasMessage("BOOK_FROZEN");
        assertThat(house.payouts.ofProposal(proposal)).isEmpty();
        assertThat(house.cents(Accounts.RESERVED)).isZero();
        house.freezes.lift(house.pool.id(), Reason.SHORTFALL, "The money is there again.");
        assertThat(order(house, proposal, payee).state()).isEqualTo(PayoutState.RESERVED);
    }

    @EveryDatabase
    void whatWasOrderedBeforeWaitsAndIsPaidAfterwards(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = order(house, house.ids.newId(), PayingOutTest.ready(house));
        house.freezes.freeze(house.pool.id(), Reason.AUDIT, "I3");
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.RESERVED);
        assertThat(present(house, payout).note()).isEqualTo("Payouts are stopped");
        assertThat(house.faulty.calls("sendTransfer")).isEmpty();
        house.freezes.lift(house.pool.id(), Reason.AUDIT, "checked");
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void whatMayHaveBeenSentIsLookedUpAndNotSentAgain(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout lost = order(house, house.ids.newId(), PayingOutTest.ready(house));
        Payout taken = order(house, house.ids.newId(), PayingOutTest.ready(house));
        house.faulty.breakNext("sendTransfer", Fault.LOST, Fault.ANSWER_LOST);
        house.work();
        house.freezes.freeze(house.pool.id(), Reason.AUDIT, "I3");
        house.clock.advance(Duration.ofMinutes(10));
        house.work();
        assertThat(house.faulty.calls("sendTransfer")).hasSize(2);
        assertThat(present(house, lost).state()).isEqualTo(PayoutState.SENT);
        assertThat(present(house, taken).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void eachReasonHoldsByItself(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        UUID pool = house.pool.id();
        assertThat(house.freezes.freeze(pool, Reason.AUDIT, "first")).isTrue();
        assertThat(house.freezes.freeze(pool, Reason.AUDIT, "second")).isFalse();
        house.clock.advance(Duration.ofSeconds(1));
        assertThat(house.freezes.freeze(pool, Reason.SHORTFALL, "x".repeat(900)))
                .isTrue();
        assertThat(house.freezes.of(pool)).extracting(Freeze::reason).containsExactly(Reason.AUDIT, Reason.SHORTFALL);
        assertThat(house.freezes.of(pool).get(0).detail()).isEqualTo("first");
        assertThat(house.freezes.lift(pool, Reason.AUDIT, "checked")).isTrue();
        assertThat(house.freezes.lift(pool, Reason.AUDIT, "checked")).isFalse();
        assertThat(house.freezes.isFrozen(pool)).isTrue();
        assertThat(house.freezes.all(10)).hasSize(1);
        house.freezes.lift(pool, Reason.SHORTFALL, "there again");
        assertThat(house.freezes.isFrozen(pool)).isFalse();
        assertThat(house.freezes.freeze(pool, Reason.AUDIT, "again")).isTrue();
    }

    private static Payout order(MoneyHouse house, UUID proposal, Payee payee) {
        return house.order.order(
                house.pool, proposal, new Action.Pay(payee.id(), Money.of(4000, "EUR"), "Room for May"));
    }

    private static Payout present(MoneyHouse house, Payout payout) {
        return house.payouts.find(payout.id()).orElseThrow();
    }
}
