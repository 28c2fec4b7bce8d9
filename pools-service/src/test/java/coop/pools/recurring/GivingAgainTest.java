package coop.pools.recurring;

import static coop.pools.recurring.RecurringHouse.LATE;
import static coop.pools.recurring.RecurringHouse.NEVER_AGAIN;
import static coop.pools.recurring.RecurringHouse.PLAIN;
import static coop.pools.recurring.RecurringHouse.euros;
import static coop.pools.recurring.RecurringHouse.threeParts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.integrations.payments.RecurringRequest.Every;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.kernel.Caller;
import coop.pools.ledger.domain.Accounts;
import coop.pools.recurring.domain.Bill;
import coop.pools.recurring.domain.MemberOrder.Kind;
import coop.pools.recurring.domain.RecurringState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import coop.pools.treasury.domain.Share;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class GivingAgainTest {
    @EveryDatabase
    void oneChargeAMonthIsSplitOverPoolsAndBucketsToTheCent(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1001, threeParts(), PLAIN);

        assertThat(house.present(id).state()).isEqualTo(RecurringState.ACTIVE);
        assertThat(house.money.contributions.find(id).orElseThrow().state()).isEqualTo(ContributionState.AVAILABLE);
        for (int month = 0; month < 3; month++) {
            house.month();
        }
        List<Contribution> paid = house.paidContributions(id);
        assertThat(paid).hasSize(4).allSatisfy(one -> {
            assertThat(one.amount()).isEqualTo(euros(1001));
            assertThat(house.money.chargeStore.shares(one.id()))
                    .extracting(Share::amount)
                    .containsExactly(euros(501), euros(300), euros(200));
        });
        assertThat(house.given(house.money.pool)).isEqualTo(4 * 801);
        assertThat(house.given(house.second)).isEqualTo(4 * 200);
        assertThat(house.told).containsExactly("RECURRING_STARTED");
        assertThat(house.present(id).nextAt()).isPresent();
    }

    @EveryDatabase
    void aRefundOfOnePaymentComesApartOverItsSharesAndNoOther(TestDatabase db) {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1001, threeParts(), PLAIN);
        house.month();
        Contribution renewed = house.paidContributions(id).get(0);
        house.money
                .sandbox
                .refundInDashboard(renewed.payment().orElseThrow().id(), Optional.of(334L))
                .forEach(house.money::deliver);
        house.work();
        assertThat(house.money.present(renewed).state()).isEqualTo(ContributionState.PARTLY_REFUNDED);
        assertThat(house.given(house.money.pool)).isEqualTo(801 + 801 - 267);
        assertThat(house.given(house.second)).isEqualTo(200 + 200 - 67);
        assertThat(house.money.contributions.find(id).orElseThrow().state()).isEqualTo(ContributionState.AVAILABLE);
    }

    @EveryDatabase
    void copiesAndAnyOrderOfWhatIsToldBookEachPaymentOnce(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        RecurringHouse other = house.onAnotherNode();
        Caller ana = house.money.member("Ana");
        Contribution first = house.start.start(ana, house.order(1000, threeParts()), Every.MONTH);
        List<SignedEvent> events = new ArrayList<>(house.pay(first, PLAIN));
        house.money.clock.advance(Duration.ofDays(93));
        for (var task : house.money.sandbox.due(100)) {
            events.addAll(task.events());
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(7));

        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> looks = new ArrayList<>();
        for (SignedEvent event : events) {
            RecurringHouse node = looks.size() % 2 == 0 ? house : other;
            looks.add(() -> {
                node.money.deliver(new String(event.body(), StandardCharsets.UTF_8));
                return node.look.run(10);
            });
        }
        for (Future<Integer> done : nodes.invokeAll(looks)) {
            done.get();
        }
        nodes.shutdown();
        house.work();

        int charges = house.paidContributions(first.id()).size();
        assertThat(charges).isGreaterThanOrEqualTo(2);
        assertThat(house.given(house.money.pool)).isEqualTo(charges * 800L);
        assertThat(house.given(house.second)).isEqualTo(charges * 200L);
        assertThat(house.present(first.id()).state()).isEqualTo(RecurringState.ACTIVE);
    }

    @EveryDatabase
    void nothingIsMissedWhenNoEventComes(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        Contribution first = house.start.start(ana, house.order(1000, threeParts()), Every.MONTH);
        house.pay(first, PLAIN);
        house.money.clock.advance(Duration.ofMinutes(11));
        house.look.run(10);
        assertThat(house.present(first.id()).state()).isEqualTo(RecurringState.ACTIVE);
        assertThat(house.given(house.second)).isEqualTo(200);
    }

    @EveryDatabase
    void aFailedRenewalIsToldAndPaidWhenItIsTriedAgain(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), LATE);
        house.month();
        assertThat(house.present(id).state()).isEqualTo(RecurringState.PAST_DUE);
        assertThat(house.told).contains("RECURRING_FAILED");
        Bill open = house.read.own(ana, id).unpaid().orElseThrow();
        assertThat(open.payUrl()).isPresent();
        assertThat(open.retryAt()).isPresent();
        assertThat(house.given(house.second)).isEqualTo(200);

        house.after(Duration.ofDays(4));
        assertThat(house.present(id).state()).isEqualTo(RecurringState.ACTIVE);
        assertThat(house.given(house.second)).isEqualTo(400);
        assertThat(house.told.stream().filter("RECURRING_FAILED"::equals)).hasSize(1);
    }

    @EveryDatabase
    void aPauseChargesNothingUntilItGoesOn(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        house.to(ana, id, Kind.PAUSE);
        assertThat(house.present(id).state()).isEqualTo(RecurringState.PAUSED);
        house.month();
        house.month();
        assertThat(house.paidContributions(id)).hasSize(1);
        house.to(ana, id, Kind.RESUME);
        assertThat(house.present(id).state()).isEqualTo(RecurringState.ACTIVE);
        house.month();
        assertThat(house.paidContributions(id)).hasSize(2);
        assertThat(house.given(house.second)).isEqualTo(400);
        assertThat(house.told).containsSubsequence("RECURRING_STARTED", "RECURRING_PAUSED", "RECURRING_RESUMED");
    }

    @EveryDatabase
    void aPauseWhileAPaymentIsTriedAgainChargesNothingEither(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), LATE);
        house.month();
        assertThat(house.present(id).state()).isEqualTo(RecurringState.PAST_DUE);
        house.to(ana, id, Kind.PAUSE);
        assertThat(house.read.own(ana, id).unpaid()).isEmpty();
        house.after(Duration.ofDays(4));
        assertThat(house.present(id).state()).isEqualTo(RecurringState.PAUSED);
        assertThat(house.paidContributions(id)).hasSize(1);
        house.to(ana, id, Kind.RESUME);
        assertThat(house.present(id).state()).isEqualTo(RecurringState.ACTIVE);
    }

    @EveryDatabase
    void anotherAmountAndAnotherSplitCountFromTheNextPayment(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        house.money.clock.advance(Duration.ofDays(10));
        house.amount(ana, id, 2000);
        List<Part> half =
                List.of(new Part("garden", Optional.empty(), 5000), new Part("sunday-readers", Optional.empty(), 5000));
        house.change.change(
                ana, ChangeRecurring.Wish.change(house.money.ids.newId(), id, Optional.empty(), Optional.of(half)));
        assertThat(house.given(house.second)).isEqualTo(200);
        house.month();
        assertThat(house.given(house.second)).isEqualTo(200 + 1000);
        assertThat(house.given(house.money.pool)).isEqualTo(800 + 1000);
        assertThat(house.read.monthly(house.second.id(), euros(0).currency())).isEqualTo(euros(1000));
    }

    /** The card refuses a payment, its giver changes amount and split, and only then it is paid. */
    @OneDatabase
    void whatWasBilledBeforeAChangeIsBookedAsItWasBilled(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), LATE);
        house.month();
        assertThat(house.present(id).state()).isEqualTo(RecurringState.PAST_DUE);
        house.amount(ana, id, 2000);
        house.change.change(
                ana,
                ChangeRecurring.Wish.change(
                        house.money.ids.newId(), id, Optional.empty(), Optional.of(Part.whole("garden"))));
        house.after(Duration.ofDays(4));
        assertThat(house.paidContributions(id).get(0).amount()).isEqualTo(euros(1000));
        assertThat(house.given(house.second)).as("split as before").isEqualTo(400);
        house.month();
        house.after(Duration.ofDays(4));
        assertThat(house.given(house.second)).as("the next one is another").isEqualTo(400 + 2000);
    }

    @EveryDatabase
    void anAmountOfWhichOnePartWouldGetNothingIsRefused(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        List<Part> crumb =
                List.of(new Part("garden", Optional.empty(), 1), new Part("sunday-readers", Optional.empty(), 9999));
        UUID id = house.begun(ana, 10_000, crumb, PLAIN);
        assertThatThrownBy(() -> house.amount(ana, id, 50)).hasMessage("SPLIT_TOO_SMALL");
        house.month();
        assertThat(house.given(house.second)).isEqualTo(2);
        assertThat(house.given(house.money.pool)).isEqualTo(2 * 9_999);
    }

    @EveryDatabase
    void anEndedOneChargesNothingMore(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID atOnce = house.begun(ana, 1000, threeParts(), PLAIN);
        UUID later = house.begun(ana, 1000, threeParts(), PLAIN);
        house.to(ana, atOnce, Kind.CANCEL);
        house.to(ana, later, Kind.CANCEL_AT_PERIOD_END);
        assertThat(house.present(atOnce).state()).isEqualTo(RecurringState.ENDED);
        assertThat(house.present(later).state()).isEqualTo(RecurringState.ACTIVE);
        assertThat(house.present(later).endsAt()).isPresent();
        house.month();
        house.month();
        assertThat(house.present(later).state()).isEqualTo(RecurringState.ENDED);
        assertThat(house.given(house.second)).isEqualTo(400);
        house.to(ana, atOnce, Kind.CANCEL);
    }

    @EveryDatabase
    void whatWasChangedAtTheProcessorIsSetAsideAndNotBooked(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        String subscription = house.present(id).subscription().orElseThrow().id();
        house.money.sandbox.changeRecurringAmount(
                subscription, 4000, euros(0).currency(), "dashboard", Optional.empty());
        house.month();
        assertThat(house.present(id).note()).isNotEmpty();
        assertThat(house.store.bills(id, 10).get(0).state()).isEqualTo(Bill.State.SET_ASIDE);
        assertThat(house.given(house.second)).isEqualTo(200);
    }

    @EveryDatabase
    void aBucketThatIsClosedLeavesItsPartToThePoolAsAWhole(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        long before = house.money.cents(Accounts.bucket("tea"));
        assertThat(before).isPositive();
        house.money.openBuckets.remove("tea");
        house.month();
        assertThat(house.paidContributions(id)).hasSize(2);
        assertThat(house.money.cents(Accounts.bucket("tea"))).isEqualTo(before);
        assertThat(house.given(house.money.pool)).isEqualTo(1600);
    }

    @EveryDatabase
    void whoLeavesAPoolStopsGivingToItAndIsChargedSoMuchLess(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        UUID only = house.begun(ana, 500, Part.whole("garden"), PLAIN);
        house.endShares.left(ana.person().orElseThrow(), house.second.id());
        house.endShares.left(ana.person().orElseThrow(), house.second.id());
        house.work();
        assertThat(house.present(only).state()).isEqualTo(RecurringState.PAUSED);
        house.month();
        assertThat(house.given(house.second)).isEqualTo(200 + 500);
        assertThat(house.given(house.money.pool)).isEqualTo(1600);
        Contribution renewed = house.paidContributions(id).get(0);
        assertThat(renewed.amount()).isEqualTo(euros(800));
        assertThat(house.told).contains("RECURRING_SHARE_ENDED", "RECURRING_PAUSED");
    }

    @EveryDatabase
    void aNodeThatDiesJustAfterSomebodyHasLeftChargesThemNoMore(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID id = house.begun(ana, 1000, threeParts(), PLAIN);
        UUID friend = house.begun(house.money.stranger("Sam"), 600, Part.whole("garden"), PLAIN);
        assertThat(house.sweep.run(10)).isZero();
        house.after(Duration.ofHours(2));
        db.jdbi().useHandle(handle -> {
            handle.execute(
                    "insert into pool values (?, 'garden', 'Garden', 'EUR', 'una', 'sandbox', 'g', 3, ?)",
                    house.second.id(),
                    house.money.clock.instant());
            handle.execute(
                    """
                    insert into membership
                        (pool_id, person_id, joined_version, left_version, number, joined_at, left_at)
                    values (?, ?, 1, 2, 1, ?, ?)
                    """,
                    house.second.id(),
                    ana.person().orElseThrow(),
                    house.money.clock.instant().minusSeconds(9999),
                    house.money.clock.instant());
        });
        assertThat(house.sweep.run(10)).isEqualTo(1);
        assertThat(house.sweep.run(10)).as("looks every hour").isZero();
        house.work();
        house.month();
        assertThat(house.sweep.run(10)).as("nothing is left to end").isZero();
        assertThat(house.paidContributions(id).get(0).amount()).isEqualTo(euros(800));
        assertThat(house.paidContributions(friend)).hasSize(2);
        assertThat(house.given(house.second)).isEqualTo(200 + 2 * 600);
    }

    @EveryDatabase
    void aPoolWhoseMoneyMovesIsGivenToNoMoreAndTheOthersKeepTheirShares(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID several = house.begun(ana, 1000, threeParts(), PLAIN);
        UUID only = house.begun(ana, 500, Part.whole("garden"), PLAIN);
        UUID paused = house.begun(ana, 700, Part.whole("garden"), PLAIN);
        house.to(ana, paused, Kind.PAUSE);
        UUID elsewhere = house.begun(ana, 900, Part.whole("sunday-readers"), PLAIN);
        assertThat(house.store.presentInto(house.second.id(), 10)).containsExactlyInAnyOrder(several, only, paused);
        house.endGiving.to(house.second.id());
        // Until the processor has answered it may still charge.
        assertThat(house.store.isAnyPresent(house.second.id())).isTrue();
        house.endGiving.to(house.second.id());
        house.work();
        assertThat(house.store.isAnyPresent(house.second.id())).isFalse();
        assertThat(house.present(only).state()).isEqualTo(RecurringState.ENDED);
        assertThat(house.present(paused).state()).isEqualTo(RecurringState.ENDED);
        long given = house.given(house.second);
        house.month();
        assertThat(house.given(house.second)).isEqualTo(given);
        assertThat(house.paidContributions(several).get(0).amount()).isEqualTo(euros(800));
        assertThat(house.paidContributions(elsewhere).get(0).amount()).isEqualTo(euros(900));
        assertThat(house.told).containsOnlyOnce("RECURRING_MOVED_PARTLY").contains("RECURRING_MOVED");
    }

    @EveryDatabase
    void whatACardHasRefusedForWeeksHoldsUpNoPoolWhoseMoneyMoves(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        UUID several = house.begun(ana, 1000, threeParts(), NEVER_AGAIN);
        house.month();
        assertThat(house.present(several).state()).isEqualTo(RecurringState.PAST_DUE);
        house.endGiving.to(house.second.id());
        house.after(Duration.ofDays(13));
        house.endGiving.to(house.second.id());
        house.work();
        assertThat(house.store.isAnyPresent(house.second.id()))
                .as("its payer may still pay by hand")
                .isTrue();
        assertThat(house.present(several).state()).isEqualTo(RecurringState.PAST_DUE);

        // The processor has not given up by itself.
        house.money.clock.advance(Duration.ofDays(2));
        house.endGiving.to(house.second.id());
        house.carryOut.run(10);
        assertThat(house.store.isAnyPresent(house.second.id())).isFalse();
        assertThat(house.present(several).state()).isEqualTo(RecurringState.ENDED);
        assertThat(house.told).contains("RECURRING_MOVED");
        assertThat(house.given(house.second)).isEqualTo(200);
    }

    @EveryDatabase
    void aPageThatNobodyPaysExpires(TestDatabase db) throws Exception {
        RecurringHouse house = new RecurringHouse(db);
        Caller ana = house.money.member("Ana");
        Contribution first = house.start.start(ana, house.order(1000, threeParts()), Every.YEAR);
        house.after(Duration.ofDays(1));
        house.after(Duration.ofDays(1));
        assertThat(house.present(first.id()).state()).isEqualTo(RecurringState.EXPIRED);
        assertThat(house.money.present(first).state()).isEqualTo(ContributionState.EXPIRED);
    }
}
