package coop.pools.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.sandbox.SignedEvent;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.payout.domain.PayoutState;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.FaultyProcessor.Fault;
import coop.pools.testing.ReconcilingHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.RequestRefund;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.groups.Tuple;

class ReconcileTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @EveryDatabase
    void whatBothSidesTellIsEqualToTheCent(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution first = house.paid(10_000);
        Contribution second = house.paid(5_000);
        house.money
                .sandbox
                .refundInDashboard(paymentOf(first), Optional.of(1_234L))
                .forEach(house.money::deliver);
        house.money.sandbox.dispute(paymentOf(second), DisputeFact.State.OPEN).forEach(house.money::deliver);
        assertThat(house.payOut(2_000).state()).isEqualTo(PayoutState.PAID);

        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(house.differences()).isEmpty();
        assertThat(run.transactions()).isEqualTo(5);
        Total total = run.totals().get(0);
        assertThat(total.atProcessor()).isEqualTo(total.inBooks());
        assertThat(total.unexplained()).isEqualTo(Money.zero(EUR));
        assertThat(house.read.latestExact()).contains(run);
    }

    @EveryDatabase
    void anyLifeOfPaymentsIsExactOnceEventsAreCaughtUp(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Random chance = new Random(23);
        Caller ana = house.money.member("Ana");
        List<String> cards = List.of("4242424242424242", "4000000000000259", "4000000000007726", "4000000000005126");
        List<Contribution> paid = new ArrayList<>();
        List<SignedEvent> events = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 6; i++) {
                Contribution started =
                        house.money.start.start(ana, house.money.guestOrder(1_000 + chance.nextInt(9_000)));
                events.addAll(house.pay(started, cards.get(chance.nextInt(cards.size()))));
                paid.add(started);
            }
            for (Contribution one : paid) {
                events.addAll(somethingHappens(house, ana, one, chance));
            }
            Collections.shuffle(events, chance);
            events.stream().filter(event -> chance.nextInt(10) < 6).forEach(house.money::deliver);
            house.money.clock.advance(Duration.ofHours(chance.nextInt(60)));
            events = new ArrayList<>(house.due());
        }
        for (int day = 0; day < 7; day++) {
            house.money.clock.advance(Duration.ofDays(1));
            house.money.work();
            house.due();
        }
        house.money.clock.advance(Duration.ofMinutes(10));
        while (house.catchUp.run(100) > 0) {
            house.money.work();
        }
        house.money.clock.advance(Duration.ofHours(1));
        house.money.work();

        Run run = house.compared();
        assertThat(house.differences()).isEmpty();
        assertThat(run.totals())
                .allSatisfy(total -> assertThat(total.unexplained().isZero())
                        .as(total.toString())
                        .isTrue());
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(run.transactions()).isGreaterThan(30);
    }

    private static List<SignedEvent> somethingHappens(
            ReconcilingHouse house, Caller payer, Contribution one, Random chance) {
        String payment = paymentOf(one);
        try {
            return switch (chance.nextInt(9)) {
                case 0 -> house.money.sandbox.refundInDashboard(payment, Optional.of(1L + chance.nextInt(900)));
                case 1 -> house.money.sandbox.refundInDashboard(payment, Optional.empty());
                case 2 -> house.money.sandbox.dispute(payment, DisputeFact.State.OPEN);
                case 3 -> house.money.sandbox.dispute(payment, DisputeFact.State.LOST);
                case 4 -> house.money.sandbox.dispute(payment, DisputeFact.State.WON);
                case 5 -> askedBack(house, payer, one, 1 + chance.nextInt(900));
                default -> List.of();
            };
        } catch (PaymentFailure | Refused refused) {
            return List.of();
        }
    }

    private static List<SignedEvent> askedBack(ReconcilingHouse house, Caller payer, Contribution one, long cents) {
        house.money.requestRefund.request(
                payer,
                new RequestRefund.Wish(
                        house.money.ids.newId(), one.id(), Optional.of(Money.of(cents, "EUR")), "by mistake"));
        house.money.work();
        return List.of();
    }

    @EveryDatabase
    void aChargeThatWasNeverBookedIsFoundRepairedAndResolves(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(3_000);
        Contribution missed = house.money.started(2_000);
        house.money.pay(missed);
        assertThat(house.comparedAtOnce().result())
                .as("its event may be on its way")
                .isEqualTo(Run.Result.EXACT);

        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.DIFFERENT);
        assertThat(house.differences())
                .extracting(Difference::kind, Difference::category, Difference::object, Difference::atProcessor)
                .containsExactly(Tuple.tuple(
                        Difference.Kind.MISSING_IN_BOOKS,
                        "charge",
                        "txn_sandbox_" + missed.id(),
                        Money.of(2_000, "EUR")));
        assertThat(run.totals().get(0).unexplained().isZero())
                .as("the charge explains it")
                .isTrue();
        assertThat(house.money.present(missed).state().isBooked())
                .as("looked at anew")
                .isTrue();

        house.money.work();
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(house.differences()).isEmpty();
    }

    @EveryDatabase
    void aContributionWithoutAChargeIsFoundWhenItIsOldEnough(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution started = house.money.started(2_000);
        house.money.deliver(StripeEvents.paid("evt_1", started.id(), "pi_nowhere", 2_000, "eur"));
        assertThat(house.comparedAtOnce().differences()).isZero();
        assertThat(house.compared().result()).isEqualTo(Run.Result.DIFFERENT);
        assertThat(house.differences())
                .containsExactly(new Difference(
                        Difference.Kind.MISSING_AT_PROCESSOR,
                        "charge",
                        "pi_nowhere",
                        "pi_nowhere",
                        "",
                        Money.of(2_000, "EUR"),
                        Money.zero(EUR)));
    }

    @EveryDatabase
    void aFeeThatIsOffByOneCentIsFound(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution paid = house.paid(2_000);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        db.jdbi().useHandle(handle -> handle.execute("update contribution set fee = fee + 1 where id = ?", paid.id()));
        Run run = house.compared();
        long fee = paid.settlement().orElseThrow().fee().minorUnits();
        assertThat(house.differences())
                .containsExactly(new Difference(
                        Difference.Kind.FEE,
                        "charge",
                        paymentOf(paid),
                        paymentOf(paid),
                        "",
                        Money.of(fee + 1, "EUR"),
                        Money.of(fee, "EUR")));
        assertThat(run.result()).isEqualTo(Run.Result.DIFFERENT);
        db.jdbi().useHandle(handle -> handle.execute("update contribution set fee = fee - 1 where id = ?", paid.id()));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void anAmountThatIsOffIsFound(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution paid = house.paid(2_000);
        db.jdbi().useHandle(handle -> handle.execute("update contribution set amount = 2100 where id = ?", paid.id()));
        house.compared();
        assertThat(house.differences())
                .extracting(Difference::kind, Difference::inBooks, Difference::atProcessor)
                .containsExactly(Tuple.tuple(Difference.Kind.AMOUNT, Money.of(2_100, "EUR"), Money.of(2_000, "EUR")));
    }

    @EveryDatabase
    void aRefundThatIsDoubledInTheBooksIsFound(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution paid = house.paid(2_000);
        house.money
                .sandbox
                .refundInDashboard(paymentOf(paid), Optional.of(500L))
                .forEach(house.money::deliver);
        db.jdbi().useHandle(handle -> handle.execute("""
                insert into card_refund (id, processor_id, payment_id, amount, currency, state, booked,
                    taken_transaction, ours, reason, attempt, note, tries, created_at)
                select cast(? as uuid), 're_double', payment_id, amount, currency, state, booked, 'txn_double', ours,
                    reason, attempt, note, tries, created_at from card_refund
                """, house.money.ids.newId()));
        house.compared();
        assertThat(house.differences())
                .extracting(Difference::kind, Difference::category, Difference::object, Difference::inBooks)
                .containsExactly(Tuple.tuple(
                        Difference.Kind.MISSING_AT_PROCESSOR, "refund", "txn_double", Money.of(-500, "EUR")));
    }

    @EveryDatabase
    void aRefundThatOnlyTheProcessorKnowsIsFound(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution paid = house.paid(2_000);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        house.money.clock.advance(Duration.ofDays(20));
        List<SignedEvent> late = house.money.sandbox.refundInDashboard(paymentOf(paid), Optional.of(500L));
        house.compared();
        assertThat(house.differences())
                .extracting(Difference::kind, Difference::category, Difference::atProcessor)
                .containsExactly(Tuple.tuple(Difference.Kind.MISSING_IN_BOOKS, "refund", Money.of(-500, "EUR")));
        assertThat(late).as("never delivered, never listed").isNotEmpty();
        house.money.work();
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void moneyThatWasBookedWithoutAnyPaymentShowsInTheSums(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(2_000);
        house.money.fill(7);
        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.DIFFERENT);
        assertThat(run.differences()).isZero();
        assertThat(run.totals().get(0).unexplained()).isEqualTo(Money.of(-7, "EUR"));
    }

    @EveryDatabase
    void theOperatorsOwnMovementsBelongToNoPoolAndStrangeOnesAreNamed(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(2_000);
        house.besides.add(own("txn_a", "payout", -700, 0));
        house.besides.add(own("txn_b", "topup", 1_000, 0));
        house.besides.add(own("txn_c", "fee", -25, 0));
        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(run.totals().get(0).platform()).isEqualTo(Money.of(275, "EUR"));

        house.besides.add(own("txn_d", "moon_dust", -3, 0));
        Run strange = house.compared();
        assertThat(strange.result()).isEqualTo(Run.Result.DIFFERENT);
        assertThat(house.differences())
                .extracting(Difference::kind, Difference::object)
                .containsExactly(Tuple.tuple(Difference.Kind.UNKNOWN, "txn_d"));
        assertThat(strange.totals().get(0).unexplained().isZero()).isTrue();

        assertThat(house.claim.claim("txn_sandbox_nothing")).isFalse();
        assertThat(house.claim.claim("txn_d")).isTrue();
        assertThat(house.claim.claim("txn_d")).isFalse();
        Run claimed = house.compared();
        assertThat(claimed.result()).isEqualTo(Run.Result.EXACT);
        assertThat(claimed.totals().get(0).platform()).isEqualTo(Money.of(272, "EUR"));
    }

    @EveryDatabase
    void anAccountOfAPoolsOwnIsComparedByItself(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        String account = house.money
                .processor
                .createPoolAccount(
                        new PayeeRequest(house.money.pool.id().toString(), "Readers", Optional.empty(), "DE", EUR))
                .accountId();
        house.money.sandbox.completeOnboarding(account).forEach(house.money::deliver);
        house.money.accounts = pool -> Optional.of(account);
        Contribution paid = house.paid(2_000);
        assertThat(paid.state().isBooked()).isTrue();
        house.own.add(new OwnAccounts.Own(house.money.pool.id(), account, true));
        Run run = house.compared();
        assertThat(run.result()).isEqualTo(Run.Result.EXACT);
        assertThat(run.transactions()).isEqualTo(1);
        assertThat(run.totals()).as("none of it is the operator's to hold").isEmpty();

        house.money.clock.advance(Duration.ofDays(3));
        house.money.sandbox.refundInDashboard(paymentOf(paid), Optional.of(500L));
        house.compared();
        assertThat(house.differences())
                .extracting(Difference::kind, Difference::account, Difference::atProcessor)
                .containsExactly(Tuple.tuple(Difference.Kind.MISSING_IN_BOOKS, account, Money.of(-500, "EUR")));
        house.money.work();
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void whatTheSandboxMakesUpForAfterAJumpIsNotMissed(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution given = house.money.started(3_000);
        house.pay(given, "4000000000005126").forEach(house.money::deliver);
        house.money
                .sandbox
                .refundInDashboard(paymentOf(given), Optional.of(700L))
                .forEach(house.money::deliver);
        // The list is read to its end before the refund has come back, which it did long ago by the clock.
        house.money.clock.advance(Duration.ofDays(365));
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        house.due().forEach(house.money::deliver);
        assertThat(house.compared().result()).isEqualTo(Run.Result.EXACT);
        assertThat(house.read.latest().orElseThrow().transactions()).isEqualTo(3);
    }

    @EveryDatabase
    void whatBelongsToAContributionCannotBeClaimed(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        Contribution missed = house.money.started(2_000);
        house.money.pay(missed);
        house.compared();
        assertThat(house.claim.claim("txn_sandbox_" + missed.id())).isFalse();
        assertThat(house.differences()).hasSize(1);
    }

    @EveryDatabase
    void itIsDueAtThreeInTheMorningAndSoonerWhileSomethingDiffers(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(2_000);
        assertThat(house.reconcile.run(100)).as("the first time at once").isEqualTo(1);
        house.money.clock.advance(Duration.ofHours(14));
        assertThat(house.reconcile.run(100)).as("02:00").isZero();
        house.money.clock.advance(Duration.ofHours(1));
        Contribution missed = house.money.started(1_000);
        house.money.pay(missed);
        house.money.clock.advance(Duration.ofMinutes(20));
        assertThat(house.reconcile.run(100)).isEqualTo(1);
        assertThat(house.read.latest().orElseThrow().to()).isEqualTo(Instant.parse("2026-03-02T03:20:00Z"));
        assertThat(house.read.latest().orElseThrow().result()).isEqualTo(Run.Result.DIFFERENT);
        house.money.work();
        assertThat(house.reconcile.run(100)).isZero();
        house.money.clock.advance(Duration.ofMinutes(15));
        assertThat(house.reconcile.run(100)).isEqualTo(1);
        assertThat(house.read.latest().orElseThrow().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void aProcessorThatDoesNotAnswerIsAskedAgainAndNothingIsLost(TestDatabase db) {
        ReconcilingHouse house = new ReconcilingHouse(db);
        house.paid(2_000);
        house.money.faulty.breakNext("listBalanceTransactions", Fault.LOST);
        assertThat(house.reconcile.run(100)).isZero();
        assertThat(house.read.latest()).isEmpty();
        house.money.clock.advance(Duration.ofMinutes(15));
        assertThat(house.reconcile.run(100)).isEqualTo(1);
        assertThat(house.read.latest().orElseThrow().result()).isEqualTo(Run.Result.EXACT);
    }

    @EveryDatabase
    void whatOneNodeHasFoundAnotherDoesNotFindAgain(TestDatabase db) {
        ReconcilingHouse one = new ReconcilingHouse(db);
        one.money.pay(one.money.started(2_000));
        one.money.clock.advance(Duration.ofMinutes(11));
        try (TestDatabase node = db.anotherNode()) {
            ReconcilingHouse other = one.onAnotherNode(node);
            assertThat(one.reconcile.run(100) + other.reconcile.run(100)).isEqualTo(1);
            assertThat(other.comparedAtOnce().differences()).isLessThanOrEqualTo(1);
            one.money.work();
            assertThat(other.compared().result()).isEqualTo(Run.Result.EXACT);
            assertThat(one.compared().result()).isEqualTo(Run.Result.EXACT);
        }
    }

    private static String paymentOf(Contribution contribution) {
        return "pi_sandbox_" + contribution.id();
    }

    private static BalanceTransaction own(String id, String category, long amount, long fee) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        return new BalanceTransaction(
                id, category, Optional.empty(), Optional.empty(), amount, fee, amount - fee, EUR, at, at);
    }
}
