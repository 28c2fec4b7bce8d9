package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class TryPayoutAgainTest {
    @EveryDatabase
    void aStewardHasOneThatWaitsTriedNowAndNothingElseChanges(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Caller ana = steward(house, "Ana");
        Payout waiting = waiting(house);
        assertThatThrownBy(() -> house.again.now(ana, waiting.id()))
                .as("somebody may be at work on it")
                .hasMessage("PAYOUT_NOT_WAITING");
        assertThat(house.again.wouldBe(ana, waiting)).isEmpty();
        house.clock.advance(Duration.ofSeconds(300));
        house.faulty.breakNext("sendTransfer", Fault.LOST);
        house.send.run(10);
        house.clock.advance(Duration.ofSeconds(125));
        Payout before = PayingOutTest.present(house, waiting);
        assertThat(house.again.wouldBe(ana, before)).isEqualTo(before.backoff().nextAt());
        house.again.now(ana, waiting.id());
        Payout after = PayingOutTest.present(house, waiting);
        assertThat(after.with(before.backoff(), before.note())).isEqualTo(before);
        assertThat(after.backoff().tries()).isEqualTo(before.backoff().tries());
        assertThat(house.cents(Accounts.RESERVED)).isEqualTo(4000);
        house.send.run(10);
        assertThat(PayingOutTest.present(house, waiting).state()).isEqualTo(PayoutState.PAID);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThatThrownBy(() -> house.again.now(ana, waiting.id())).hasMessage("PAYOUT_NOT_WAITING");
    }

    @EveryDatabase
    void nobodyElseCan(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        steward(house, "Ana");
        Caller ben = house.member("Ben");
        Payout waiting = waiting(house);
        house.clock.advance(Duration.ofSeconds(119));
        assertThatThrownBy(() -> house.again.now(ben, waiting.id())).hasMessage("STEWARDS_ONLY");
        assertThatThrownBy(() -> house.again.now(Caller.guest("test"), waiting.id()))
                .hasMessage("SIGN_IN_REQUIRED");
        assertThat(house.again.wouldBe(ben, PayingOutTest.present(house, waiting)))
                .isEmpty();
        assertThatThrownBy(() -> house.again.now(ben, house.ids.newId())).hasMessage("NOT_FOUND");
    }

    @EveryDatabase
    void ofManyAtOnceOneCounts(TestDatabase db) throws Exception {
        MoneyHouse house = PayingOutTest.filled(db);
        Caller ana = steward(house, "Ana");
        Payout waiting = waiting(house);
        house.clock.advance(Duration.ofSeconds(300));
        house.faulty.breakNext("sendTransfer", Fault.LOST);
        house.send.run(10);
        house.clock.advance(Duration.ofSeconds(125));
        List<Callable<Boolean>> presses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            presses.add(() -> {
                try {
                    house.again.now(ana, waiting.id());
                    return true;
                } catch (Refused refused) {
                    assertThat(refused).hasMessage("PAYOUT_NOT_WAITING");
                    return false;
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int done = 0;
        for (Future<Boolean> pressed : threads.invokeAll(presses)) {
            done += pressed.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(done).isEqualTo(1);
        house.send.run(10);
        house.send.run(10);
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
    }

    /** One whose first try at the processor got no answer. */
    private static Payout waiting(MoneyHouse house) {
        Payout payout = PayingOutTest.order(house, PayingOutTest.ready(house), 4000);
        house.faulty.breakNext("sendTransfer", Fault.LOST);
        house.send.run(10);
        return PayingOutTest.present(house, payout);
    }

    private static Caller steward(MoneyHouse house, String name) {
        Caller caller = house.member(name);
        house.stewards.add(caller.person().orElseThrow());
        return caller;
    }
}
