package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.RowsToWrite;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.OneBatch;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class BatchedWebhooksTest {
    @EveryDatabase
    void manyPaymentsInOneBatchAreBookedEach(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        List<Boolean> batched = Collections.synchronizedList(new ArrayList<>());
        house.extraEffects.add(event -> {
            batched.add(db.jdbiTransactions()
                    .part(Probe.class, unused -> new Probe())
                    .isPresent());
            return Optional.empty();
        });
        OneBatch batch = new OneBatch(db);
        List<Contribution> started = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Contribution contribution = house.started(1000);
            started.add(contribution);
            batch.with(() -> house.deliver(paid("evt_" + contribution.id(), contribution, "pi_" + contribution.id())));
        }
        assertThat(batch.run()).hasSize(20).containsOnly(true);
        assertThat(batched).hasSize(20).containsOnly(true);
        assertThat(house.cents(Accounts.PENDING)).isEqualTo(20_000);
        assertThat(started).allSatisfy(contribution -> {
            assertThat(house.present(contribution).state()).isEqualTo(ContributionState.PAID);
            assertThat(house.booked("contribution", contribution.id())).isEqualTo(1);
        });
    }

    @EveryDatabase
    void copiesOfOneEventInOneBatchAreTakenOnce(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(1000);
        OneBatch batch = new OneBatch(db);
        for (int i = 0; i < 10; i++) {
            batch.with(() -> house.deliver(paid("evt_1", started, "pi_1")));
        }
        assertThat(batch.run()).containsExactly(true, false, false, false, false, false, false, false, false, false);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(1000);
        assertThat(house.deliver(paid("evt_1", started, "pi_1"))).isFalse();
    }

    @EveryDatabase
    void severalEventsOfOneFactInOneBatchBookItOnce(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        Contribution started = house.started(1000);
        long free = house.clock.instant().getEpochSecond();
        List<Object> taken = new OneBatch(db)
                .with(() -> house.deliver(paid("evt_1", started, "pi_1")))
                .with(() -> house.deliver(StripeEvents.settled("evt_2", started.id(), "pi_1", 1000, 40, free)))
                .with(() -> house.deliver(StripeEvents.notPaid("evt_3", started.id(), false)))
                .with(() -> house.deliver(paid("evt_4", started, "pi_2")))
                .with(() -> house.deliver(paid("evt_5", started, "pi_1")))
                .run();
        assertThat(taken).hasSize(5).containsOnly(true);
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(960);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(1000);
        assertThat(house.inbox.setAside(10))
                .extracting(InboxStore.SetAside::reason)
                .containsExactly("a second payment of one contribution");
    }

    @EveryDatabase
    void oneThatFailsWaitsAndTheOthersOfItsBatchAreBooked(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        house.extraEffects.add(event -> {
            if (event.eventId().startsWith("evt_bad")) {
                throw new IllegalStateException("cannot now");
            }
            return Optional.empty();
        });
        Contribution unlucky = house.started(1000);
        OneBatch batch = new OneBatch(db);
        for (int i = 0; i < 12; i++) {
            Contribution lucky = house.started(1000);
            String id = "evt_" + i;
            batch.with(() -> house.deliver(paid(id, lucky, "pi_" + id)));
            if (i % 2 == 0) {
                batch.with(() -> house.deliver(paid("evt_bad_" + id, unlucky, "pi_bad")));
            }
        }
        assertThat(batch.run()).hasSize(18).containsOnly(true);
        assertThat(house.present(unlucky).state()).isEqualTo(ContributionState.PENDING);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(12_000);
        house.extraEffects.clear();
        house.clock.advance(java.time.Duration.ofMinutes(3));
        house.works.get(0).run(100);
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(13_000);
    }

    @EveryDatabase
    void aCauseThatStandsInTheBookAlreadyIsFoundWhenTheBatchIsWritten(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        Contribution booked = house.started(1000);
        Contribution other = house.started(2000);
        Transfer transfer = new Transfer(Accounts.PENDING, Accounts.CONTRIBUTIONS, Money.of(1000, "EUR"), "a test");
        Cause cause = new Cause("contribution", booked.id());
        db.transactions()
                .inTransaction(() -> house.ledger.post(
                        new Posting(house.pool.id(), cause, house.clock.instant(), "processor", List.of(transfer))));
        new OneBatch(db)
                .with(() -> house.deliver(paid("evt_1", other, "pi_1")))
                .with(() -> house.deliver(paid("evt_2", booked, "pi_2")))
                .run();
        assertThat(house.cents(Accounts.CONTRIBUTIONS)).isEqualTo(3000);
        assertThat(house.booked("contribution", booked.id())).isEqualTo(1);
        assertThat(house.present(other).state()).isEqualTo(ContributionState.PAID);
    }

    private static String paid(String eventId, Contribution contribution, String payment) {
        return StripeEvents.paid(
                eventId, contribution.id(), payment, contribution.amount().minorUnits(), "eur");
    }

    /** Is there in batches only. */
    private static final class Probe implements BatchPart {
        @Override
        public List<RowsToWrite<?>> handOver() {
            return List.of();
        }
    }
}
