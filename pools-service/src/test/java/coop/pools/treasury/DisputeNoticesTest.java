package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class DisputeNoticesTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @OneDatabase
    void whoLooksAfterThePoolIsToldUntilWhenToAnswerABank(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        UUID ben = house.member("Ben").person().orElseThrow();
        house.contacts.add(ben);
        String payment = paid(house);
        Instant due = house.clock.instant().plus(Duration.ofDays(9));
        for (DisputeFact fact : List.of(
                inquiry(payment, DisputeFact.State.WARNING, Optional.of(due)),
                inquiry(payment, DisputeFact.State.OPEN, Optional.empty()),
                inquiry(payment, DisputeFact.State.OPEN, Optional.of(due)),
                inquiry(payment, DisputeFact.State.WON, Optional.of(due)))) {
            house.db.transactions().inTransaction(() -> house.facts.dispute(fact));
        }
        assertThat(house.told)
                .filteredOn(notice -> notice.kind().endsWith("_IN_POOL"))
                .extracting(notice -> notice.kind(), notice -> notice.facts().get("due"))
                .containsExactly(
                        tuple("DISPUTE_WARNING_IN_POOL", due),
                        tuple("DISPUTE_OPEN_IN_POOL", due),
                        tuple("DISPUTE_WON_IN_POOL", null));
    }

    private static DisputeFact inquiry(String payment, DisputeFact.State state, Optional<Instant> due) {
        return new DisputeFact("dp_1", payment, 2000, EUR, state, "fraudulent", due, List.of(), Optional.empty());
    }

    private static String paid(MoneyHouse house) {
        Contribution started = house.start.start(house.member("Ana"), house.guestOrder(2000));
        house.pay(started).forEach(house::deliver);
        return house.present(started).payment().orElseThrow().id();
    }
}
