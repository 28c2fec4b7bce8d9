package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payee;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Payouts at once that are each affordable but not together. {@code -Dpools.race.rounds=300} makes it the long form;
 * docs/testing.md names the command.
 */
class PayoutRaceTest {
    private static final int ROUNDS = Integer.getInteger("pools.race.rounds", 8);
    private static final int AT_ONCE = 64;
    private static final long EACH = 700;
    private static final long FILLED = 10_000;

    @EveryDatabase
    void exactlyTheAffordableOnesAreOrderedAndNothingFallsBelowZero(TestDatabase db) throws Exception {
        MoneyHouse house = new MoneyHouse(db);
        Payee payee = house.invite
                .invite(house.member("Ana"), PayingOutTest.invitation(house, "Riverside Hall"))
                .payee();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        long before = 0;
        for (int round = 0; round < ROUNDS; round++) {
            house.fill(FILLED);
            long available = house.cents(Accounts.AVAILABLE);
            long affordable = available / EACH;
            int ordered = ordered(house, payee, threads);
            assertThat(ordered).as("round %d", round).isEqualTo((int) Math.min(AT_ONCE, affordable));
            assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(available - ordered * EACH);
            before += ordered * EACH;
            assertThat(house.cents(Accounts.RESERVED)).isEqualTo(before);
        }
        threads.shutdown();
        assertThat(before + house.cents(Accounts.AVAILABLE)).isEqualTo(ROUNDS * FILLED);
    }

    private static int ordered(MoneyHouse house, Payee payee, ExecutorService threads) throws Exception {
        List<Callable<Integer>> orders = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            orders.add(() -> tried(house, payee));
        }
        int ordered = 0;
        for (Future<Integer> done : threads.invokeAll(orders)) {
            ordered += done.get();
        }
        return ordered;
    }

    /** A busy database is no refusal: the enactment tries again later, and so does this. */
    private static int tried(MoneyHouse house, Payee payee) {
        UUID proposal = house.ids.newId();
        for (int tries = 0; tries < 50; tries++) {
            try {
                PayingOutTest.order(house, proposal, payee, EACH);
                return 1;
            } catch (Refused refused) {
                if (!refused.getMessage().equals("TRY_AGAIN")) {
                    assertThat(refused.getMessage()).isEqualTo("INSUFFICIENT_FUNDS");
                    return 0;
                }
            }
        }
        throw new AssertionError("too busy");
    }
}
