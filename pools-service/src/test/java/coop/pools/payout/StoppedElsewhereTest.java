package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A payout draws on money that somebody else keeps, whose payouts are stopped. */
class StoppedElsewhereTest {
    /** Who keeps a part of every payout and may not pay out now. */
    private Optional<String> stopped = Optional.empty();

    /** The books of a Pool, as if a part were kept elsewhere. */
    private final class KeptElsewhere implements PayoutBooks {
        private final PayoutBooks inner;

        KeptElsewhere(PayoutBooks inner) {
            this.inner = inner;
        }

        @Override
        public void hold(Payout payout) {
            inner.hold(payout);
        }

        @Override
        public void reserve(Payout payout, Optional<String> bucket) {
            inner.reserve(payout, bucket);
        }

        @Override
        public Optional<String> stoppedAt(Payout payout) {
            return stopped;
        }

        @Override
        public void paid(Payout payout) {
            inner.paid(payout);
        }

        @Override
        public void release(Payout payout) {
            inner.release(payout);
        }

        @Override
        public void reverse(Payout payout, Money cameBack) {
            inner.reverse(payout, cameBack);
        }
    }

    private SendDuePayouts sending(MoneyHouse house) {
        PayoutDesk desk = new PayoutDesk(
                house.db.transactions(),
                house.payouts,
                Map.of(BodyRef.Kind.POOL, new KeptElsewhere(house.books)),
                house.freezes,
                house.clock,
                () -> {});
        return new SendDuePayouts(
                desk, List.of(new ProcessorRoute(desk, house.processor, house.confirm, house.refresh, house.details)));
    }

    @EveryDatabase
    void itWaitsAndSaysForWhomAndIsPaidAfterwards(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        SendDuePayouts send = sending(house);
        Payout payout = order(house);
        stopped = Optional.of("Board Games");
        send.run(10);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.RESERVED);
        assertThat(present(house, payout).note()).isEqualTo("Payouts of Board Games are stopped");
        assertThat(house.faulty.calls("sendTransfer")).isEmpty();
        stopped = Optional.empty();
        house.clock.advance(Duration.ofMinutes(10));
        send.run(10);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.PAID);
    }

    @EveryDatabase
    void afterThirtyDaysItFailsAndAllOfItIsFreeAgain(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        SendDuePayouts send = sending(house);
        long before = house.cents(Accounts.AVAILABLE);
        Payout payout = order(house);
        stopped = Optional.of("Board Games");
        house.clock.advance(Duration.ofDays(29));
        send.run(10);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.RESERVED);
        house.clock.advance(Duration.ofDays(2));
        send.run(10);
        assertThat(present(house, payout).state()).isEqualTo(PayoutState.FAILED);
        assertThat(present(house, payout).note()).isEqualTo("Payouts of Board Games are stopped, for too long");
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(before);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
    }

    @EveryDatabase
    void whatMayHaveBeenSentIsLookedUpBeforeItIsGivenUp(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        SendDuePayouts send = sending(house);
        Payout lost = order(house);
        Payout taken = order(house);
        house.faulty.breakNext("sendTransfer", Fault.LOST, Fault.ANSWER_LOST);
        send.run(10);
        stopped = Optional.of("Board Games");
        house.clock.advance(Duration.ofDays(29));
        send.run(10);
        assertThat(present(house, lost).state()).isEqualTo(PayoutState.SENT);
        assertThat(present(house, taken).state()).isEqualTo(PayoutState.PAID);
        house.clock.advance(Duration.ofDays(2));
        send.run(10);
        assertThat(present(house, lost).state()).isEqualTo(PayoutState.FAILED);
        assertThat(house.faulty.calls("sendTransfer")).hasSize(2);
        assertThat(house.cents(Accounts.RESERVED)).isZero();
    }

    private static Payout order(MoneyHouse house) {
        return house.order.order(
                house.pool,
                house.ids.newId(),
                new Action.Pay(PayingOutTest.ready(house).id(), Money.of(4000, "EUR"), "Room for May"));
    }

    private static Payout present(MoneyHouse house, Payout payout) {
        return house.payouts.find(payout.id()).orElseThrow();
    }
}
