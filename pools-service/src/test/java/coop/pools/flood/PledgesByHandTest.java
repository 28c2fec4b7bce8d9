package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.PledgeStore.Taken;
import coop.pools.flood.domain.ByHand.Stands;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.web.PledgeLine;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pledges of a Pool with an account of its own, on a clock that begins on the first of March. */
class PledgesByHandTest {
    private static final UUID ANA = new UUID(1, 1);

    private Valley valley;
    private MemberPool mill;
    private MemberPool quay;
    private Flood river;

    private void meet(TestDatabase db) {
        valley = new Valley(db);
        mill = valley.pool("mill", "EUR", ANA);
        quay = valley.pool("quay", "EUR", ANA);
        valley.own.hasItsOwn(mill);
        river = valley.flood("River", mill, quay);
        valley.own.knowFounder(river);
    }

    @EveryDatabase
    void eachMonthStewardsSendOnceWhatIsDueAndItCountsWhenItHasArrived(TestDatabase db) throws Exception {
        meet(db);
        valley.contribute(mill, 30_000);
        UUID pledge = pledge(5_000, 1_000, Optional.empty());
        valley.clock.advance(Duration.ofDays(31));
        atOnce();
        UUID march = payout(pledge, "2026-03");
        Payout ordered = valley.own.present(march);
        assertThat(ordered.amount()).isEqualTo(Valley.eur(3_000));
        assertThat(ordered.way()).isEqualTo(Payout.Way.STEWARDS);
        assertThat(ordered.purpose()).isEqualTo("For the Flood River, as pledged for March 2026");
        assertThat(ordered.ground().decidedBy()).contains(pledge);
        assertThat(valley.balance(mill.id(), Accounts.RESERVED)).isEqualTo(3_000);
        assertThat(valley.available(mill)).isEqualTo(27_000);
        assertThat(stands(pledge)).containsExactly(Stands.ORDERED);

        valley.own.sent(march);
        assertThat(stands(pledge)).containsExactly(Stands.ON_ITS_WAY);
        assertThat(valley.stake(river, mill)).as("a word is no stake").isZero();
        assertThat(valley.own.arrives(march)).isTrue();
        assertThat(valley.stake(river, mill)).isEqualTo(3_000);

        valley.contribute(mill, 20_000);
        valley.clock.advance(Duration.ofDays(30));
        atOnce();
        UUID april = payout(pledge, "2026-04");
        valley.own.sent(april);
        assertThat(valley.own.arrives(april)).isTrue();
        assertThat(valley.stake(river, mill)).isEqualTo(5_000);
        assertThat(valley.balance(mill.id(), Accounts.inFlood(river.slug()))).isEqualTo(5_000);
        assertThat(stands(pledge)).containsExactly(Stands.ARRIVED, Stands.ARRIVED);
        assertThat(told(pledge).given()).isEqualTo(Valley.eur(5_000));
    }

    @EveryDatabase
    void nothingIsSetAsideWhileNobodyCanSendIt(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 10_000);
        UUID pledge = pledge(5_000, 1_000, Optional.empty());
        valley.own.hasOneSteward(mill);
        valley.clock.advance(Duration.ofDays(31));
        work();
        assertThat(valley.available(mill)).isEqualTo(10_000);
        assertThat(told(pledge).months()).isEmpty();
        assertThat(told(pledge).waitsForStewards()).isTrue();
        assertThat(PledgeLine.of(told(pledge)).next())
                .isEqualTo("Waits until the Pool has two stewards who can send it, looked at again on 2 Apr 2026");
        valley.own.hasTwoStewards(mill);
        valley.clock.advance(Duration.ofDays(1));
        work();
        assertThat(told(pledge).waitsForStewards()).isFalse();
        assertThat(valley.own.present(payout(pledge, "2026-03")).amount()).isEqualTo(Valley.eur(1_000));
    }

    @EveryDatabase
    void whatCouldNotBeSentOrCameBackIsThePoolsAndNotOwedLater(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 10_000);
        UUID pledge = pledge(9_000, 10_000, Optional.empty());
        valley.clock.advance(Duration.ofDays(31));
        work();
        UUID march = payout(pledge, "2026-03");
        assertThat(valley.own.present(march).amount())
                .as("a fifth of what it can spend")
                .isEqualTo(Valley.eur(2_000));
        valley.own.notSent(march);
        assertThat(valley.available(mill)).isEqualTo(10_000);
        assertThat(told(pledge).given()).isEqualTo(Valley.eur(0));

        valley.contribute(mill, 5_000);
        valley.clock.advance(Duration.ofDays(30));
        work();
        UUID april = payout(pledge, "2026-04");
        assertThat(valley.own.present(april).amount())
                .as("what failed does not count in the year, and is not made up for")
                .isEqualTo(Valley.eur(3_000));
        valley.own.sent(april);
        valley.own.cameBack(april);
        assertThat(stands(pledge)).containsExactly(Stands.CAME_BACK, Stands.NOT_SENT);

        valley.contribute(mill, 1_000);
        valley.clock.advance(Duration.ofDays(31));
        work();
        assertThat(valley.own.present(payout(pledge, "2026-05")).amount())
                .as("what came back did not come in")
                .isEqualTo(Valley.eur(1_000));
        assertThat(told(pledge).coming()).isEqualTo(Valley.eur(1_000));
        assertThat(valley.available(mill)).isEqualTo(15_000);
    }

    @EveryDatabase
    void whatFallsDueWhileTheAccountIsNotInUseYetWaits(TestDatabase db) {
        meet(db);
        valley.own.opensItsOwn(mill);
        valley.contribute(mill, 10_000);
        UUID once = pledge(1_500, 0, Optional.empty());
        work();
        assertThat(told(once).months()).isEmpty();
        assertThat(told(once).pledge().isOpen()).isTrue();
        assertThat(valley.available(mill)).isEqualTo(10_000);
        assertThat(valley.stake(river, mill)).isZero();

        valley.own.hasItsOwn(mill);
        work();
        assertThat(told(once).months()).as("looked at once a day").isEmpty();
        valley.clock.advance(Duration.ofDays(1));
        work();
        Payout ordered = valley.own.present(payout(once, "2026-03"));
        assertThat(ordered.amount()).isEqualTo(Valley.eur(1_500));
        assertThat(ordered.way()).isEqualTo(Payout.Way.STEWARDS);
    }

    @EveryDatabase
    void theYearsBoundCountsWhatIsStillToArrive(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 10_000);
        UUID first = pledge(1_500, 0, Optional.empty());
        valley.clock.advance(Duration.ofSeconds(1));
        UUID second = pledge(1_000, 0, Optional.empty());
        work();
        assertThat(valley.own.present(payout(first, "2026-03")).amount()).isEqualTo(Valley.eur(1_500));
        assertThat(told(second).months()).as("a fifth is passed").isEmpty();
        valley.own.notSent(payout(first, "2026-03"));
        valley.clock.advance(Duration.ofDays(1));
        work();
        assertThat(valley.own.present(payout(second, "2026-03")).amount()).isEqualTo(Valley.eur(1_000));
        assertThat(told(first).pledge().isOpen()).as("one sum, asked for once").isFalse();
        assertThat(told(first).months()).hasSize(1);
    }

    @EveryDatabase
    void whatArrivesAfterLeavingIsThePoolsWithTheOperatorAndNothingMoreIsDue(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 30_000);
        UUID pledge = pledge(5_000, 1_000, Optional.empty());
        valley.clock.advance(Duration.ofDays(31));
        work();
        UUID march = payout(pledge, "2026-03");
        valley.own.sent(march);
        valley.leave(river, mill);
        assertThat(valley.own.arrives(march)).isTrue();
        assertThat(valley.own.withOperator(mill)).isEqualTo(3_000);
        assertThat(valley.stake(river, mill)).isZero();
        valley.contribute(mill, 30_000);
        valley.clock.advance(Duration.ofDays(30));
        work();
        assertThat(told(pledge).pledge().isOpen()).isFalse();
        assertThat(told(pledge).months()).hasSize(1);
    }

    @EveryDatabase
    void itGoesOnInTheWayThatThePoolHoldsItsMoneyWhenItIsDue(TestDatabase db) {
        meet(db);
        valley.own.hasItsOwnNoMore(mill);
        valley.contribute(mill, 30_000);
        UUID pledge = pledge(5_000, 1_000, Optional.empty());
        valley.own.hasItsOwn(mill);
        valley.clock.advance(Duration.ofDays(31));
        work();
        UUID march = payout(pledge, "2026-03");
        valley.own.sent(march);
        valley.own.arrives(march);
        assertThat(valley.stake(river, mill)).isEqualTo(3_000);

        valley.own.hasItsOwnNoMore(mill);
        valley.contribute(mill, 10_000);
        valley.clock.advance(Duration.ofDays(30));
        work();
        assertThat(valley.stake(river, mill)).as("at once").isEqualTo(4_000);
        assertThat(told(pledge).months())
                .extracting(month -> month.byHand().isPresent())
                .containsExactly(false, true);
    }

    @EveryDatabase
    void nobodyIsAskedToSendAFewCentsUnlessTheyAreTheLast(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 490);
        UUID pledge = pledge(5_000, 1_000, Optional.of(Valley.eur(120)));
        valley.clock.advance(Duration.ofDays(31));
        work();
        assertThat(told(pledge).months())
                .singleElement()
                .matches(Taken::tooSmall)
                .matches(month -> month.share() == 49
                        && month.taken() == 0
                        && month.byHand().isEmpty());
        valley.contribute(mill, 900);
        valley.clock.advance(Duration.ofDays(30));
        work();
        assertThat(valley.own.present(payout(pledge, "2026-04")).amount())
                .as("and what was skipped is not owed")
                .isEqualTo(Valley.eur(90));
        valley.contribute(mill, 900);
        valley.clock.advance(Duration.ofDays(31));
        work();
        assertThat(valley.own.present(payout(pledge, "2026-05")).amount())
                .as("the rest of all that was pledged")
                .isEqualTo(Valley.eur(30));
        assertThat(told(pledge).pledge().isOpen()).isFalse();
    }

    @EveryDatabase
    void nobodyIsAskedToSendAPartOfWhatTheProcessorCarries(TestDatabase db) {
        valley = new Valley(db);
        mill = valley.pool("mill", "HUF", ANA);
        river = valley.flood("River", mill, valley.pool("quay", "HUF", ANA));
        valley.own.knowFounder(river);
        valley.contribute(mill, 60_000_000);
        UUID once = pledge(2_000_050, 0, Optional.empty());
        UUID monthly = pledge(9_000_000, 100, Optional.of(huf(650_070)));
        valley.own.hasItsOwn(mill);
        assertNotAMultiple(new Action.FundFlood(river.id(), huf(2_000_050)));
        assertNotAMultiple(new Action.Pledge(river.id(), huf(2_000_050), 0, Optional.empty()));
        assertNotAMultiple(new Action.Pledge(river.id(), huf(2_000_000), 100, Optional.of(huf(9_000_001))));
        check(new Action.FundFlood(river.id(), huf(2_000_000)));
        work();
        assertThat(valley.own.present(payout(once, "2026-03")).amount()).isEqualTo(huf(2_000_000));
        assertThat(told(once).pledge().isOpen()).isFalse();
        valley.clock.advance(Duration.ofDays(31));
        work();
        valley.contribute(mill, 60_000_000);
        valley.clock.advance(Duration.ofDays(30));
        work();
        assertThat(valley.own.present(payout(monthly, "2026-03")).amount()).isEqualTo(huf(600_000));
        assertThat(valley.own.present(payout(monthly, "2026-04")).amount())
                .as("the last")
                .isEqualTo(huf(50_000));
        assertThat(told(monthly).pledge().isOpen())
                .as("nobody can send the rest")
                .isFalse();
        valley.own.hasItsOwnNoMore(mill);
        check(new Action.FundFlood(river.id(), huf(2_000_050)));
    }

    private void check(Action action) {
        valley.checks.check(BodyRef.pool(mill.id()), action);
    }

    private void assertNotAMultiple(Action action) {
        assertThatThrownBy(() -> check(action)).hasMessage("AMOUNT_NOT_A_MULTIPLE");
    }

    private static Money huf(long minor) {
        return new Money(minor, Currency.getInstance("HUF"));
    }

    @EveryDatabase
    void aStoppedPoolIsAskedLater(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 10_000);
        UUID pledge = pledge(1_000, 0, Optional.empty());
        valley.freezes.freeze(mill.id(), Freeze.Reason.AUDIT, "a test");
        work();
        assertThat(told(pledge).months()).isEmpty();
        assertThat(told(pledge).pledge().isOpen()).isTrue();
        valley.freezes.lift(mill.id(), Freeze.Reason.AUDIT, "over");
        valley.clock.advance(Duration.ofDays(1));
        work();
        assertThat(valley.own.present(payout(pledge, "2026-03")).state()).isEqualTo(PayoutState.RESERVED);
    }

    @EveryDatabase
    void whatComesHomeFromTheOperatorHasNotComeIn(TestDatabase db) {
        meet(db);
        valley.contribute(mill, 30_000);
        UUID pledge = pledge(9_000, 1_000, Optional.empty());
        valley.own.handOver(river, mill, 8_000);
        valley.leave(river, mill);
        comesHome(8_000);
        valley.join(river, mill);
        assertThat(valley.available(mill)).isEqualTo(30_000);
        UUID anew = pledge(9_000, 1_000, Optional.empty());
        valley.clock.advance(Duration.ofDays(31));
        work();
        assertThat(told(pledge).months()).as("it has left since").isEmpty();
        assertThat(told(anew).months()).extracting(Taken::cameIn).containsExactly(30_000L);
        assertThat(valley.own.present(payout(anew, "2026-03")).amount()).isEqualTo(Valley.eur(3_000));
    }

    private void comesHome(long minor) {
        valley.clock.advance(Duration.ofHours(1));
        for (List<String> step : List.of(
                List.of(Accounts.COMING_HOME, Accounts.WITH_OPERATOR),
                List.of(Accounts.AVAILABLE, Accounts.COMING_HOME))) {
            Transfer transfer = new Transfer(step.get(0), step.get(1), Valley.eur(minor), "Home");
            Cause cause = new Cause("payout-paid", valley.ids.newId());
            valley.db
                    .transactions()
                    .inTransaction(() -> valley.ledger.post(
                            new Posting(mill.id(), cause, valley.clock.instant(), "operator", List.of(transfer))));
        }
    }

    private UUID pledge(long minor, int basisPoints, Optional<Money> most) {
        UUID proposal = valley.ids.newId();
        valley.pledges.make(
                proposal, mill.id(), new Action.Pledge(river.id(), Valley.money(river, minor), basisPoints, most));
        return proposal;
    }

    private static UUID payout(UUID pledge, String month) {
        return IdSource.derivedId("pledge-payout", pledge.toString(), month);
    }

    private ReadPledges.Pledged told(UUID pledge) {
        return valley.readPledges.find(pledge).orElseThrow();
    }

    private List<Stands> stands(UUID pledge) {
        return told(pledge).months().stream()
                .map(month -> month.byHand().orElseThrow().stands())
                .toList();
    }

    /** As the jobs do: until nothing is due. */
    private void work() {
        int rounds = 0;
        while (valley.carryOutPledges.run(10) > 0 && rounds < 20) {
            rounds++;
        }
    }

    private void atOnce() throws Exception {
        List<Callable<Integer>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(() -> valley.carryOutPledges.run(10));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Future<Integer> done : threads.invokeAll(many)) {
            done.get();
        }
        threads.shutdown();
    }
}
