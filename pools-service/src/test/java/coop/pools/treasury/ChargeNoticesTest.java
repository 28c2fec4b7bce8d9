package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.RefundFact;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices.Notice;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

class ChargeNoticesTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @EveryDatabase
    void whoGaveIsToldOnceWhenTheirMoneyCanBeSpent(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.start.start(house.member("Ana"), house.guestOrder(2000));
        settled(house, started, "evt_1", Duration.ofDays(2));
        house.work();
        assertThat(kinds(house)).containsExactly("CONTRIBUTION_PAID");
        house.clock.advance(Duration.ofDays(2));
        house.work();
        settled(house, started, "evt_2", Duration.ZERO);
        house.work();
        assertThat(kinds(house)).containsExactly("CONTRIBUTION_PAID", "CONTRIBUTION_AVAILABLE");
        assertThat(house.told.get(1).facts()).containsEntry("amount", Money.of(2000, "EUR"));
    }

    @OneDatabase
    void nothingMoreIsToldOfMoneyThatWasThereAtOnceNorOfWhatIsDisputed(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution atOnce = house.start.start(house.member("Ana"), house.guestOrder(2000));
        house.deliver(StripeEvents.paid("evt_1", atOnce.id(), "pi_" + atOnce.id(), 2000, "eur"));
        settled(house, atOnce, "evt_2", Duration.ZERO);
        house.work();
        Contribution back = house.start.start(house.member("Ben"), house.guestOrder(2000));
        settled(house, back, "evt_3", Duration.ofDays(2));
        dashboard(house, back, 2000);
        house.clock.advance(Duration.ofDays(2));
        house.work();
        assertThat(kinds(house)).doesNotContain("CONTRIBUTION_AVAILABLE");
    }

    @EveryDatabase
    void whoBeganIsToldOnceThatThePageHasClosed(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.start.start(house.member("Ana"), house.guestOrder(2000));
        house.deliver(StripeEvents.notPaid("evt_1", started.id(), true));
        house.deliver(StripeEvents.notPaid("evt_2", started.id(), true));
        assertThat(kinds(house)).containsExactly("CONTRIBUTION_EXPIRED");
        house.deliver(StripeEvents.notPaid("evt_3", house.started(700).id(), true));
        assertThat(house.told).as("nobody can write to a guest").hasSize(1);
    }

    @EveryDatabase
    void whoLooksAfterThePoolIsToldOfARefundByWhomeverItWasMade(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.contacts.add(house.member("Ben").person().orElseThrow());
        Caller ana = house.member("Ana");
        Contribution given = house.start.start(ana, house.guestOrder(2000));
        settled(house, given, "evt_1", Duration.ZERO);
        dashboard(house, given, 500);
        assertThat(kinds(house)).containsExactly("CONTRIBUTION_PAID", "REFUND_PAID", "REFUND_PAID_IN_POOL");
        assertThat(house.told.get(2).facts())
                .containsEntry("amount", Money.of(500, "EUR"))
                .containsEntry("pools", List.of(house.pool));
        house.contacts.clear();
        house.contacts.add(ana.person().orElseThrow());
        dashboard(house, given, 600);
        assertThat(kinds(house).subList(3, house.told.size()))
                .as("who paid is told as who paid")
                .containsExactly("REFUND_PAID");
    }

    private static void dashboard(MoneyHouse house, Contribution given, long cents) {
        RefundFact fact = new RefundFact(
                "re_" + cents,
                "pi_" + given.id(),
                Optional.empty(),
                cents,
                EUR,
                RefundFact.State.SUCCEEDED,
                Optional.of("txn_" + cents),
                Optional.empty(),
                Optional.empty());
        house.db.transactions().inTransaction(() -> house.facts.refund(fact));
        house.db.transactions().inTransaction(() -> house.facts.refund(fact));
    }

    private static void settled(MoneyHouse house, Contribution given, String event, Duration wait) {
        long free = house.clock.instant().plus(wait).getEpochSecond();
        house.deliver(StripeEvents.settled(event, given.id(), "pi_" + given.id(), 2000, 55, free));
    }

    private static List<String> kinds(MoneyHouse house) {
        return house.told.stream().map(Notice::kind).toList();
    }
}
