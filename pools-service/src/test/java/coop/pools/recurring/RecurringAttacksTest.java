package coop.pools.recurring;

import static coop.pools.recurring.RecurringHouse.PLAIN;
import static coop.pools.recurring.RecurringHouse.euros;
import static coop.pools.recurring.RecurringHouse.threeParts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.recurring.domain.MemberOrder;
import coop.pools.recurring.domain.MemberOrder.Kind;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.StartContribution;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RecurringAttacksTest {
    @EveryDatabase
    void nobodyElseReadsOrChangesIt(TestDatabase db) {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        Caller ben = house.money.member("Ben");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        for (Kind kind : List.of(Kind.PAUSE, Kind.RESUME, Kind.CANCEL, Kind.CANCEL_AT_PERIOD_END)) {
            assertThatThrownBy(() -> house.to(ben, id, kind))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo(CommonRefusal.NOT_FOUND));
        }
        assertThatThrownBy(() -> house.amount(ben, id, 100)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> house.read.own(ben, id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> house.to(Caller.guest("browser"), id, Kind.CANCEL))
                .isInstanceOf(Refused.class);
        assertThat(house.read.mine(ben)).isEmpty();
        assertThat(house.store.orders(id)).isEmpty();
        assertThat(house.present(id).state()).isEqualTo(RecurringState.ACTIVE);
    }

    @EveryDatabase
    void theSameFormSentTwiceStartsOneAndGuestsStartNone(TestDatabase db) {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        StartContribution.Order order = house.order(1000, threeParts());
        Contribution one = house.start.start(ana, order, Every.MONTH);
        Contribution two = house.start.start(ana, order, Every.MONTH);
        assertThat(two.id()).isEqualTo(one.id());
        assertThat(two.page()).isEqualTo(one.page());
        assertThat(house.read.mine(ana)).hasSize(1);
        assertThatThrownBy(() -> house.start.start(ana, order, Every.YEAR)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> house.start.start(Caller.guest("b"), house.order(1000, threeParts()), Every.MONTH))
                .isInstanceOf(Refused.class);
    }

    @EveryDatabase
    void theSameWishSentManyTimesAtOnceIsCarriedOutOnce(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        RecurringHouse other = house.onAnotherNode();
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        UUID form = house.money.ids.newId();
        List<Callable<Boolean>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            RecurringHouse node = i % 2 == 0 ? house : other;
            clicks.add(() -> {
                node.change.change(
                        ana, ChangeRecurring.Wish.change(form, id, Optional.of(euros(3000)), Optional.empty()));
                return true;
            });
        }
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        for (Future<Boolean> click : nodes.invokeAll(clicks)) {
            assertThat(click.get()).isTrue();
        }
        nodes.shutdown();
        assertThat(house.store.orders(id)).hasSize(1);
        assertThat(house.store.terms(id)).hasSize(2);
        house.month();
        assertThat(house.given(house.second)).isEqualTo(200 + 600);
    }

    @EveryDatabase
    void anAnswerThatIsLostIsAskedForAgainUnderTheSameKey(TestDatabase db) {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        house.money.faulty.breakNext("changeRecurringAmount", Fault.ANSWER_LOST, Fault.LOST);
        house.amount(ana, id, 5000);
        assertThat(house.read.own(ana, id).waiting()).isPresent();
        assertThatThrownBy(() -> house.amount(ana, id, 6000))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RecurringRefusal.RECURRING_CHANGING));
        // A payment before we know: its amount says which terms it was charged under.
        house.money.clock.advance(Duration.ofMinutes(1));
        house.month();
        assertThat(house.read.own(ana, id).waiting()).isPresent();
        assertThat(house.given(house.second)).isEqualTo(200 + 1000);
        house.after(Duration.ofMinutes(10));
        assertThat(house.read.own(ana, id).waiting()).isEmpty();
        assertThat(house.given(house.second)).isEqualTo(200 + 1000);
    }

    @EveryDatabase
    void whatTheProcessorRefusesChangesNothing(TestDatabase db) {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        house.money.faulty.breakNext("changeRecurringAmount", Fault.REFUSED);
        assertThatThrownBy(() -> house.amount(ana, id, 5000))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RecurringRefusal.RECURRING_REFUSED));
        house.month();
        assertThat(house.given(house.second)).isEqualTo(400);
        assertThat(house.read.own(ana, id).terms().amount()).isEqualTo(euros(1000));
    }

    @EveryDatabase
    void endingIsQueuedBehindWhatIsStillOnItsWay(TestDatabase db) {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        house.money.faulty.breakNext("pauseRecurring", Fault.LOST);
        house.to(ana, id, Kind.PAUSE);
        house.to(ana, id, Kind.CANCEL);
        assertThat(house.store.orders(id)).extracting(MemberOrder::isOpen).containsExactly(true, true);
        house.after(Duration.ofMinutes(3));
        assertThat(house.store.orders(id)).extracting(MemberOrder::state).containsOnly(MemberOrder.State.DONE);
        assertThat(house.present(id).state()).isEqualTo(RecurringState.ENDED);
    }

    @EveryDatabase
    void aPauseAtTheMomentOfARenewalLosesAndDoublesNothing(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        RecurringHouse other = house.onAnotherNode();
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        house.money.clock.advance(Duration.ofDays(31));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Future<?> renewal = nodes.submit(house::work);
        Future<?> pause = nodes.submit(() -> other.to(ana, id, Kind.PAUSE));
        renewal.get();
        pause.get();
        nodes.shutdown();
        house.work();
        int charged = house.paidContributions(id).size();
        assertThat(charged).isBetween(1, 2);
        assertThat(house.given(house.second)).isEqualTo(charged * 200L);
        assertThat(house.present(id).state()).isEqualTo(RecurringState.PAUSED);
    }
}
