package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.ledger.domain.Accounts;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

class InboxTest {
    @EveryDatabase
    void anUnsignedEventIsRefusedAndNotKept(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        byte[] body =
                StripeEvents.paid("evt_1", started.id(), "pi_1", 2000, "eur").getBytes(StandardCharsets.UTF_8);
        String other = house.signer.sign("{}".getBytes(StandardCharsets.UTF_8), false);
        assertThatThrownBy(() -> house.webhook.take(body, other, false)).hasMessage("BAD_SIGNATURE");
        assertThatThrownBy(() -> house.webhook.take(body, house.signer.sign(body, false), true))
                .hasMessage("BAD_SIGNATURE");
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PENDING);
        assertThat(house.webhook.take(body, house.signer.sign(body, false), false))
                .isTrue();
    }

    @EveryDatabase
    void aReplayedEventChangesNothing(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        List<SignedEvent> events = house.pay(house.started(2000));
        assertThat(house.deliver(events.get(0))).isTrue();
        assertThat(house.deliver(events.get(0))).isFalse();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @EveryDatabase
    void sixtyFourThreadsDeliveringTheSameFactsBookThemOnce(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        List<Callable<Boolean>> deliveries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            List<SignedEvent> events = house.pay(house.started(1000));
            for (int n = 0; n < 100; n++) {
                SignedEvent event = events.get(n % events.size());
                deliveries.add(() -> house.deliver(event));
            }
        }
        Collections.shuffle(deliveries, new Random(7));
        ExecutorService threads = Executors.newFixedThreadPool(64);
        int taken = 0;
        for (Future<Boolean> done : threads.invokeAll(deliveries)) {
            taken += done.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(taken).isEqualTo(15);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(5000);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(5 * (1000 - 40));
    }

    @EveryDatabase
    void twoNodesTakingTheSameEventsBookThemOnce(TestDatabase db) throws Exception {
        MoneyHouse one = new MoneyHouse(db);
        List<SignedEvent> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.addAll(one.pay(one.started(1000)));
        }
        try (TestDatabase second = db.anotherNode()) {
            MoneyHouse two = one.onAnotherNode(second);
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Callable<Boolean>> deliveries = new ArrayList<>();
            events.forEach(event -> {
                deliveries.add(() -> one.deliver(event));
                deliveries.add(() -> two.deliver(event));
            });
            int taken = 0;
            for (Future<Boolean> done : threads.invokeAll(deliveries)) {
                taken += done.get() ? 1 : 0;
            }
            threads.shutdown();
            assertThat(taken).isEqualTo(events.size());
        }
        assertThat(one.cents(Accounts.CONTRIBUTIONS)).isEqualTo(8000);
    }

    @EveryDatabase
    void moneyThatArrivesAfterAFailureIsStillMoney(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        house.deliver(StripeEvents.notPaid("evt_1", started.id(), false));
        assertThat(house.present(started).state()).isEqualTo(ContributionState.FAILED);
        house.deliver(StripeEvents.paid("evt_2", started.id(), "pi_1", 2000, "eur"));
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        house.deliver(StripeEvents.notPaid("evt_3", started.id(), true));
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @EveryDatabase
    void anotherAmountOrCurrencyIsSetAsideAndNotBooked(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_1", 2001, "eur"));
        house.deliver(StripeEvents.paid("evt_2", started.id(), "pi_1", 2000, "usd"));
        house.deliver(StripeEvents.paid("evt_3", house.ids.newId(), "pi_1", 2000, "eur"));
        assertThat(house.inbox.setAside(10)).hasSize(3);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isZero();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PENDING);
    }

    @EveryDatabase
    void aSecondPaymentOfOneContributionIsSetAside(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        house.deliver(StripeEvents.paid("evt_1", started.id(), "pi_1", 2000, "eur"));
        house.deliver(StripeEvents.paid("evt_2", started.id(), "pi_2", 2000, "eur"));
        assertThat(house.inbox.setAside(10))
                .extracting(InboxStore.SetAside::reason)
                .containsExactly("a second payment of one contribution");
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(2000);
    }

    @EveryDatabase
    void anEventThatCannotBeReadIsKeptForOperators(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        assertThat(house.deliver("{\"no\":\"id\"}")).isTrue();
        assertThat(house.deliver("{\"no\":\"id\"}")).isFalse();
        assertThat(house.inbox.setAside(10)).hasSize(1);
    }

    @EveryDatabase
    void anEventAboutRealMoneyIsSetAsideWhereNoneIsAndStaysSo(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(2000);
        String paid = StripeEvents.paid("evt_1", started.id(), "pi_1", 2000, "eur");
        house.deliver(paid.replaceFirst("\\{", "{\"livemode\":true,"));
        assertThat(house.inbox.setAside(10)).hasSize(1);
        new RetrySetAside(db.transactions(), house.inbox, house.clock, () -> {}).retry(java.util.Optional.empty());
        house.work();
        assertThat(house.inbox.setAside(10)).hasSize(1);
        assertThat(house.present(started).state()).isEqualTo(ContributionState.PENDING);
    }

    @EveryDatabase
    void anUnknownTypeIsKeptAndThinEventsAreTaken(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        assertThat(house.deliver("{\"id\":\"evt_1\",\"type\":\"moon.risen\",\"created\":1772366400}"))
                .isTrue();
        assertThat(house.deliver("{\"id\":\"evt_1\",\"type\":\"moon.risen\",\"created\":1772366400}"))
                .isFalse();
        String thin = "{\"id\":\"evt_2\",\"object\":\"v2.core.event\",\"type\":\"v2.core.account.updated\","
                + "\"related_object\":{\"id\":\"acct_1\"}}";
        byte[] body = thin.getBytes(StandardCharsets.UTF_8);
        assertThat(house.webhook.take(body, house.signer.sign(body, true), true))
                .isTrue();
        assertThat(house.inbox.known(List.of("evt_1", "evt_2", "evt_3"))).containsExactlyInAnyOrder("evt_1", "evt_2");
        assertThat(house.inbox.unapplied()).isEmpty();
    }

    @EveryDatabase
    void anEventThatFailsWaitsAndBlocksNobody(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Contribution unlucky = house.started(2000);
        Contribution lucky = house.started(3000);
        AtomicBoolean broken = new AtomicBoolean(true);
        house.extraEffects.add(event -> {
            if (broken.get() && event.eventId().equals("evt_1")) {
                throw new IllegalStateException("cannot now");
            }
            return java.util.Optional.empty();
        });
        assertThat(house.deliver(StripeEvents.paid("evt_1", unlucky.id(), "pi_1", 2000, "eur")))
                .isTrue();
        house.deliver(StripeEvents.paid("evt_2", lucky.id(), "pi_2", 3000, "eur"));
        assertThat(house.present(lucky).state()).isEqualTo(ContributionState.PAID);
        assertThat(house.present(unlucky).state()).isEqualTo(ContributionState.PENDING);
        assertThat(house.deliver(StripeEvents.paid("evt_1", unlucky.id(), "pi_1", 2000, "eur")))
                .isFalse();
        broken.set(false);
        house.clock.advance(Duration.ofMinutes(3));
        house.works.get(0).run(100);
        assertThat(house.present(unlucky).state()).isEqualTo(ContributionState.PAID);
    }

    @EveryDatabase
    void anEventThatAlwaysFailsIsSetAsideInTheEnd(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.extraEffects.add(event -> {
            throw new IllegalStateException("never");
        });
        house.deliver(StripeEvents.paid("evt_1", house.ids.newId(), "pi_1", 2000, "eur"));
        for (int i = 0; i < RetryEvents.MOST_TRIES; i++) {
            house.clock.advance(Duration.ofHours(5));
            house.works.get(0).run(100);
        }
        assertThat(house.inbox.setAside(10)).hasSize(1);
        house.clock.advance(Duration.ofHours(5));
        assertThat(house.works.get(0).run(100)).isZero();
    }

    @EveryDatabase
    void whateverTheOrderOfEventsTheBookEndsTheSame(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Random order = new Random(11);
        for (int round = 0; round < 12; round++) {
            Contribution started = house.started(1000);
            house.pay(started);
            String payment = "pi_sandbox_" + started.id();
            String tag = "evt_" + round + "_";
            long now = house.clock.instant().getEpochSecond();
            List<String> events = new ArrayList<>(List.of(
                    StripeEvents.paid(tag + 1, started.id(), payment, 1000, "eur"),
                    StripeEvents.paid(tag + 2, started.id(), payment, 1000, "eur"),
                    StripeEvents.settled(tag + 3, started.id(), payment, 1000, 40, now),
                    StripeEvents.notPaid(tag + 4, started.id(), false),
                    StripeEvents.notPaid(tag + 5, started.id(), true)));
            Collections.shuffle(events, order);
            events.forEach(house::deliver);
            assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
            assertThat(house.booked("contribution", started.id())).isEqualTo(1);
            assertThat(house.booked("settlement", started.id())).isEqualTo(1);
            assertThat(house.booked("available", started.id())).isEqualTo(1);
        }
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(12 * 960);
        assertThat(house.cents(Accounts.PENDING)).isZero();
    }
}
