package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.kernel.Notices.Notice;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.StripeEvents;
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

    @OneDatabase
    void anInquiryThatCameBeforeItsPaymentIsToldWhenThatComes(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.contacts.add(house.member("Ben").person().orElseThrow());
        Contribution started = house.start.start(house.member("Ana"), house.guestOrder(2000));
        DisputeFact early = inquiry("pi_early", DisputeFact.State.WARNING, Optional.empty());
        house.db.transactions().inTransaction(() -> house.facts.dispute(early));
        assertThat(house.told).isEmpty();
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_early", 2000, "eur"));
        assertThat(house.told)
                .extracting(Notice::kind)
                .containsExactly("CONTRIBUTION_PAID", "DISPUTE_WARNING_UNDATED_IN_POOL");
    }

    /** Another node has stored the inquiry while this one booked the payment: neither has seen the other's. */
    @OneDatabase
    void anInquiryStoredAtTheSameMomentAsItsPaymentIsToldSoon(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.contacts.add(house.member("Ben").person().orElseThrow());
        Contribution started = house.start.start(house.member("Ana"), house.guestOrder(2000));
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_1", 2000, "eur"));
        named(house, "pi_1", "pi_unseen");
        house.db
                .transactions()
                .inTransaction(() -> house.facts.dispute(inquiry("pi_1", DisputeFact.State.WARNING, Optional.empty())));
        named(house, "pi_unseen", "pi_1");
        assertThat(house.told).extracting(Notice::kind).containsExactly("CONTRIBUTION_PAID");
        house.clock.advance(Duration.ofMinutes(3));
        house.work();
        assertThat(house.told).extracting(Notice::kind).contains("DISPUTE_WARNING_UNDATED_IN_POOL");
        int told = house.told.size();
        house.clock.advance(Duration.ofHours(9));
        house.work();
        assertThat(house.told).as("looked at once only").hasSize(told);
    }

    private static void named(MoneyHouse house, String payment, String otherwise) {
        house.db
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update contribution set payment_id = ? where payment_id = ?", otherwise, payment));
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
