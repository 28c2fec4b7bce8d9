package coop.pools.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.kernel.Money;
import coop.pools.payout.domain.HandOver;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.Run;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.ReconcilingHouse;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** How the operator's top-ups are looked through for what is awaited. */
class TakeArrivalsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID OURS = UUID.fromString("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

    /** Knows one payment, and answers as it is told to. */
    private static final class One implements Arrivals {
        private Taken answer = Taken.LATER;
        private int read;
        private final List<String> tried = Collections.synchronizedList(new ArrayList<>());
        private final List<String> told = new ArrayList<>();
        private final List<String> back = new ArrayList<>();
        private Back answerBack = Back.NOTHING;
        private final Set<String> refused = new HashSet<>();
        /** Nobody goes on before all have come. */
        private CountDownLatch meeting = new CountDownLatch(0);

        private static void await(CountDownLatch all) {
            try {
                assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public Optional<Instant> newest() {
            return Optional.empty();
        }

        @Override
        public Optional<UUID> namedIn(String words) {
            read++;
            return HandOver.numbersIn(words).stream().filter(OURS::equals).findFirst();
        }

        @Override
        public Taken take(ProcessorMovement movement, UUID reference) {
            tried.add(movement.id());
            meeting.countDown();
            await(meeting);
            return refused.contains(movement.id()) ? Taken.NEVER : answer;
        }

        @Override
        public void tellOther(ProcessorMovement movement, UUID reference) {
            told.add(movement.id());
        }

        @Override
        public List<Money> awaited(UUID reference) {
            return List.of(Money.of(700, "EUR"));
        }

        @Override
        public Back takeBack(ProcessorMovement movement, String topUp, UUID reference) {
            assertThat(reference).isEqualTo(OURS);
            back.add(movement.id() + " of " + topUp);
            return answerBack;
        }
    }

    @EveryDatabase
    void whatABankTakesBackOfWhatWasTakenIsBookedUntilItIsWhole(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        Instant at = house.money.clock.instant();
        one.answer = Arrivals.Taken.NOW;
        house.besides.add(topUp("txn_a", 700, OURS.toString(), at));
        house.besides.add(topUp("txn_b", 300, "The operator's own", at));
        house.compared();
        assertThat(one.back).isEmpty();
        house.besides.add(reversal("txn_c", "tu_txn_b", 300));
        house.besides.add(reversal("txn_d", "tu_txn_a", 700));
        house.compared();
        assertThat(one.back).containsExactly("txn_d of txn_a");
        one.answerBack = Arrivals.Back.PART;
        house.compared();
        one.answerBack = Arrivals.Back.ALL;
        house.compared();
        house.compared();
        assertThat(one.back).as("again, until it is whole").hasSize(3);
    }

    @EveryDatabase
    void whatWasBroughtAgainBeforeTheFirstWasTakenBackIsItThen(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        Instant at = house.money.clock.instant();
        one.answer = Arrivals.Taken.NOW;
        house.besides.add(topUp("txn_a", 700, OURS.toString(), at));
        house.compared();
        one.refused.addAll(List.of("txn_b", "txn_c"));
        house.besides.add(topUp("txn_b", 700, "Again: " + OURS, at));
        house.besides.add(topUp("txn_c", 699, OURS.toString(), at));
        house.compared();
        assertThat(one.told).containsExactly("txn_b", "txn_c");
        one.refused.remove("txn_b");
        one.answerBack = Arrivals.Back.PART;
        house.besides.add(reversal("txn_d", "tu_txn_a", 700));
        house.compared();
        assertThat(one.tried).as("the whole sum, and no other").containsExactly("txn_a", "txn_b", "txn_c", "txn_b");
        assertThat(house.arrivals.others())
                .extracting(other -> other.topup().movement().id())
                .containsExactly("txn_c");
        house.compared();
        assertThat(one.tried).as("it is taken").hasSize(4);
    }

    private static BalanceTransaction reversal(String id, String topUp, long minor) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(
                id, "topup_reversal", Optional.of(topUp), Optional.empty(), -minor, 0, -minor, EUR, at, at);
    }

    @EveryDatabase
    void theOldestOfThousandsIsFoundAndEachIsReadOnce(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        Instant at = house.money.clock.instant();
        house.besides.add(topUp("txn_00000", 700, OURS.toString(), at.minus(Duration.ofHours(1))));
        for (int i = 1; i <= 1_200; i++) {
            house.besides.add(topUp("txn_" + (10_000 + i), 1, "For the fees of May", at));
        }
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(one.read).isEqualTo(1_201);
        assertThat(one.tried).containsExactly("txn_00000");
        house.besides.add(topUp("txn_9", 2, "For the fees of June", house.money.clock.instant()));
        house.compared();
        assertThat(one.read).as("what is new alone").isEqualTo(1_202);
        assertThat(one.tried).as("again, until it is taken").containsExactly("txn_00000", "txn_00000");
    }

    @EveryDatabase
    void whatNamesItAndCanNeverBeItIsToldOnceAndNotTriedAgain(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        one.refused.add("txn_a");
        house.besides.add(topUp("txn_a", 699, OURS.toString(), house.money.clock.instant()));
        house.besides.add(topUp("txn_b", 700, "No words that help", house.money.clock.instant()));
        house.compared();
        house.compared();
        assertThat(one.tried).containsExactly("txn_a");
        assertThat(one.told).containsExactly("txn_a");
        assertThat(house.arrivals.others())
                .extracting(other -> other.topup().movement().id())
                .containsExactly("txn_a");

        assertThat(house.arrivals.take("txn_a", OURS))
                .as("the operator cannot either")
                .isFalse();
        assertThat(one.told).as("and sees that at once").hasSize(1);
        assertThat(house.arrivals.take("txn_b", OURS)).isFalse();
        one.answer = Arrivals.Taken.NOW;
        assertThat(house.arrivals.take("txn_b", OURS)).isTrue();
        assertThat(house.arrivals.take("txn_b", OURS)).as("once").isFalse();
    }

    private static BalanceTransaction topUp(String id, long minor, String words, Instant at) {
        return new BalanceTransaction(
                id,
                "topup",
                Optional.of("tu_" + id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words,
                minor,
                0,
                minor,
                EUR,
                at,
                at);
    }

    @EveryDatabase
    void whatABankTookBackBeforeItCouldBeTakenIsTakenForNothing(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        house.besides.add(topUp("txn_own", 5_000, "The operator's own", house.money.clock.instant()));
        house.besides.add(topUp("txn_a", 700, OURS.toString(), house.money.clock.instant()));
        house.compared();
        assertThat(one.tried).containsExactly("txn_a");
        one.answer = Arrivals.Taken.NOW;
        house.besides.add(reversal("txn_d", "tu_txn_a", 700));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(one.tried).as("it is not there").hasSize(1);
        assertThat(house.arrivals.take("txn_a", OURS)).isFalse();
    }

    @EveryDatabase
    void partsThatABankTakesBackAreBookedEachForItself(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        one.answer = Arrivals.Taken.NOW;
        one.answerBack = Arrivals.Back.ALL;
        house.besides.add(topUp("txn_a", 700, OURS.toString(), house.money.clock.instant()));
        house.compared();
        house.besides.add(reversal("txn_b", "tu_txn_a", 200));
        house.compared();
        house.besides.add(reversal("txn_c", "tu_txn_a", 200));
        house.besides.add(reversal("txn_d", "tu_txn_a", 300));
        house.compared();
        house.compared();
        assertThat(one.back).containsExactly("txn_b of txn_a", "txn_c of txn_a", "txn_d of txn_a");
    }

    @EveryDatabase
    void aPartThatABankTookBackBeforeItWasTakenIsBookedInTheSameMoment(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        one.answerBack = Arrivals.Back.ALL;
        house.besides.add(topUp("txn_a", 700, OURS.toString(), house.money.clock.instant()));
        house.besides.add(reversal("txn_b", "tu_txn_a", 699));
        house.compared();
        assertThat(one.back).as("nobody has said that it was sent").isEmpty();
        one.answer = Arrivals.Taken.NOW;
        house.compared();
        assertThat(one.tried).as("a cent is left of it").containsExactly("txn_a", "txn_a");
        assertThat(one.back).containsExactly("txn_b of txn_a");
    }

    @EveryDatabase
    void oneTopUpIsTakenForOnePaymentWhoeverNamesItAtTheSameTime(TestDatabase db) throws Exception {
        ReconcilingHouse house = new ReconcilingHouse(db);
        One one = new One();
        house.awaiting = one;
        house.besides.add(topUp("txn_a", 700, "No words that help", house.money.clock.instant()));
        house.compared();
        one.answer = Arrivals.Taken.NOW;
        one.meeting = new CountDownLatch(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> tries = List.of(
                both.submit(() -> house.arrivals.take("txn_a", OURS)),
                both.submit(() -> house.arrivals.take("txn_a", new UUID(7, 7))));
        int taken = 0;
        for (Future<Boolean> each : tries) {
            try {
                taken += each.get() ? 1 : 0;
            } catch (ExecutionException refusedNow) {
                assertThat(refusedNow).hasMessageContaining("TRY_AGAIN");
            }
        }
        both.shutdown();
        assertThat(taken).isEqualTo(1);
    }
}
