package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.ReadUnderWay.Waiting;
import coop.pools.treasury.ReadUnderWay.Why;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.sql.SqlUnderWayStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class UnderWayTest {
    private static final String PAYS_LATER = "5200828282828210";
    private static final String DISPUTES = "4000000000000259";

    @EveryDatabase
    void moneyThatIsPaidWaitsUntilItCanBeSpent(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution given = paid(house, house.member("Ana"), PAYS_LATER);
        List<Waiting> waiting = waiting(house);
        assertThat(waiting)
                .extracting(Waiting::why, Waiting::contribution, Waiting::amount)
                .containsExactly(tuple(Why.ARRIVING, given.id(), Money.of(2000, "EUR")));
        assertThat(waiting.get(0).at().orElseThrow()).isAfter(house.clock.instant());
        house.clock.advance(Duration.ofDays(30));
        house.work();
        assertThat(waiting(house)).isEmpty();
    }

    @EveryDatabase
    void refundsWaitForTheProcessorAndDisputesForTheBank(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Caller ana = house.member("Ana");
        paid(house, ana, DISPUTES);
        Contribution given = paid(house, ana, "4242424242424242");
        house.requestRefund.request(
                ana,
                new RequestRefund.Wish(house.ids.newId(), given.id(), Optional.of(Money.of(300, "EUR")), "by mistake"));
        assertThat(waiting(house)).extracting(Waiting::why).containsExactly(Why.DISPUTE, Why.REFUND);
        house.work();
        assertThat(waiting(house)).extracting(Waiting::why).containsExactly(Why.DISPUTE);
    }

    private static List<Waiting> waiting(MoneyHouse house) {
        return new ReadUnderWay(house.db.store(SqlUnderWayStore.class)).ofPool(house.pool.id(), 10);
    }

    private static Contribution paid(MoneyHouse house, Caller payer, String card) {
        Contribution started = house.start.start(payer, house.guestOrder(2000));
        house.sandbox.pay(started.page().orElseThrow().id(), card).events().forEach(house::deliver);
        house.work();
        return house.present(started);
    }
}
