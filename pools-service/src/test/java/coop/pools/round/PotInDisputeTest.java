package coop.pools.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.round.domain.Round;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Cards take back what they gave while it is in a pot: nothing falls below zero, and the pot stays whole. */
class PotInDisputeTest {
    @EveryDatabase
    void aPotIsNotForRefundsAndMakesUpForWhatIsLackingOnceItIsHome(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        Contribution given = paid(house, ana);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(1945);
        PoolRoundBooks books = new PoolRoundBooks(house.ledger);
        Round round = new Round(
                house.ids.newId(),
                house.pool,
                house.ids.newId(),
                "spring",
                "Spring",
                Money.of(900, "EUR"),
                2,
                house.clock.instant(),
                house.clock.instant().plus(Duration.ofDays(7)),
                true,
                Optional.empty());
        house.db.transactions().inTransaction(() -> books.setAside(round, house.clock.instant()));
        house.db.transactions().inTransaction(() -> books.setAside(round, house.clock.instant()));
        assertThat(house.cents(round.potAccount())).as("once").isEqualTo(1800);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(145);
        assertThatThrownBy(() -> house.requestRefund.request(
                        ana,
                        new RequestRefund.Wish(
                                house.ids.newId(), given.id(), Optional.of(Money.of(146, "EUR")), "by mistake")))
                .hasMessage("REFUND_NOT_COVERED");

        String payment = given.payment().orElseThrow().id();
        DisputeFact taken = new DisputeFact(
                "dp_1",
                payment,
                2000,
                given.amount().currency(),
                DisputeFact.State.OPEN,
                "fraudulent",
                Optional.empty(),
                List.of(new DisputeFact.Movement("txn_dp_1", -2000, 1500)),
                Optional.empty());
        house.db.transactions().inTransaction(() -> house.facts.dispute(taken));
        assertThat(house.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.cents(round.potAccount())).as("it is promised").isEqualTo(1800);
        assertThat(house.cents(Accounts.SHORTFALL)).isEqualTo(3500 - 145);
        assertThat(house.freezes.isFrozen(house.pool.id())).isTrue();

        RoundBooks.Reason close = new RoundBooks.Reason(round, round.proposal(), house.clock.instant());
        house.db.transactions().inTransaction(() -> books.giveBack(close));
        house.work();
        assertThat(house.cents(round.potAccount())).isZero();
        assertThat(house.cents(Accounts.AVAILABLE)).isZero();
        assertThat(house.cents(Accounts.SHORTFALL)).isEqualTo(3500 - 1945);
    }

    private static Contribution paid(MoneyHouse house, Caller giver) {
        Contribution started = house.start.start(giver, house.guestOrder(2000));
        house.pay(started).forEach(house::deliver);
        return house.present(started);
    }
}
