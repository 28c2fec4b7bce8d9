package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Freeze.Reason;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a Pool keeps for a Flood does not go out while payouts of that Pool are stopped. */
class StoppedPoolsTest {
    private static final UUID ANA = new UUID(1, 1);

    private Valley valley;
    private MemberPool games;
    private MemberPool garden;
    private Flood river;

    /** Both Pools have put in 100, kept by themselves or handed over. */
    private void start(TestDatabase db, Fund fund, Shortfall shortfall) {
        valley = new Valley(db);
        games = valley.pool("games", "EUR", ANA);
        garden = valley.pool("garden", "EUR", ANA);
        river = valley.flood("River", games, garden);
        valley.rule(river, fund, CostKey.BY_PLEDGE, shortfall);
        for (MemberPool pool : List.of(games, garden)) {
            valley.contribute(pool, 100);
            valley.fund(river, pool, 100);
        }
    }

    private void stop(MemberPool pool) {
        valley.freezes.freeze(pool.id(), Reason.SHORTFALL, "More was taken back than the Pool had");
    }

    private void goOn(MemberPool pool) {
        valley.freezes.lift(pool.id(), Reason.SHORTFALL, "What was lacking has come in");
    }

    private long promised(MemberPool pool, Fund fund) {
        return valley.balance(river.id(), fund.committed(pool.slug()));
    }

    @EveryDatabase
    void aPaymentThatNeedsItWaitsUntilPayoutsOfThatPoolGoOn(TestDatabase db) {
        start(db, Fund.EARMARK, Shortfall.STOP);
        stop(games);
        assertThatThrownBy(() -> valley.reserve(river, 80))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.facts()).containsEntry("pool", games.name()))
                .hasMessage("BOOK_FROZEN");
        assertThat(promised(garden, Fund.EARMARK)).as("all or none").isZero();
        goOn(games);
        valley.reserve(river, 80);
        assertThat(promised(games, Fund.EARMARK)).isEqualTo(40);
        assertThat(promised(garden, Fund.EARMARK)).isEqualTo(40);
    }

    @EveryDatabase
    void theOthersCoverItWhereTheirCompactSaysSo(TestDatabase db) {
        start(db, Fund.EARMARK, Shortfall.OTHERS_MAY_COVER);
        stop(games);
        valley.reserve(river, 80);
        assertThat(promised(games, Fund.EARMARK)).isZero();
        assertThat(promised(garden, Fund.EARMARK)).isEqualTo(80);
        assertThatThrownBy(() -> valley.reserve(river, 21))
                .as("the garden has 20 left, the games 100 that cannot go out")
                .hasMessage("BOOK_FROZEN");
        assertThatThrownBy(() -> valley.reserve(river, 121)).hasMessage("INSUFFICIENT_FUNDS");
    }

    @EveryDatabase
    void whatWasHandedOverIsNotConcerned(TestDatabase db) {
        start(db, Fund.TRANSFER, Shortfall.STOP);
        stop(games);
        Payout payout = valley.reserve(river, 80);
        assertThat(promised(games, Fund.TRANSFER)).isEqualTo(40);
        assertThat(valley.payouts.stoppedAt(payout)).isEmpty();
    }

    @OneDatabase
    void whatIsHandedOverGoesOutWhileWhatIsKeptStays(TestDatabase db) {
        start(db, Fund.TRANSFER, Shortfall.STOP);
        valley.rule(river, Fund.EARMARK, CostKey.BY_PLEDGE, Shortfall.STOP);
        valley.contribute(games, 100);
        valley.fund(river, games, 100);
        stop(games);
        assertThatThrownBy(() -> valley.reserve(river, 180)).hasMessage("BOOK_FROZEN");
        valley.reserve(river, 150);
        assertThat(promised(games, Fund.TRANSFER)).isEqualTo(100);
        assertThat(promised(games, Fund.EARMARK)).isZero();
    }

    @EveryDatabase
    void whatIsOnItsWayKnowsWhoKeepsItBackEvenWhenThatPoolHasLeft(TestDatabase db) {
        start(db, Fund.EARMARK, Shortfall.STOP);
        Payout payout = valley.reserve(river, 80);
        assertThat(valley.payouts.stoppedAt(payout)).isEmpty();
        stop(games);
        assertThat(valley.payouts.stoppedAt(payout)).contains(games.name());
        valley.leave(river, games);
        assertThat(valley.available(games))
                .as("what is not promised is free at once")
                .isEqualTo(60);
        assertThat(valley.payouts.stoppedAt(payout)).contains(games.name());
        goOn(games);
        assertThat(valley.payouts.stoppedAt(payout)).isEmpty();
    }

    @OneDatabase
    void aBucketIsFilledMeanwhileAndNotPaidOutOf(TestDatabase db) {
        start(db, Fund.EARMARK, Shortfall.OTHERS_MAY_COVER);
        valley.bucket(river, "stage");
        stop(games);
        valley.allocate(river, "stage", 100);
        assertThatThrownBy(() -> valley.reserve(river, 50, Optional.of("stage")))
                .as("a bucket is paid out of in proportion, whoever could cover it")
                .hasMessage("BOOK_FROZEN");
        goOn(games);
        valley.reserve(river, 50, Optional.of("stage"));
        assertThat(promised(games, Fund.EARMARK)).isEqualTo(25);
    }

    @EveryDatabase
    void whatAPoolKeepsForALargerFloodStaysToo(TestDatabase db) {
        start(db, Fund.EARMARK, Shortfall.STOP);
        MemberPool mill = valley.pool("mill", "EUR", ANA);
        Flood sea = valley.found(ANA, "Sea", mill, games);
        valley.join(sea, mill);
        valley.join(sea, river);
        valley.contribute(mill, 100);
        valley.fund(sea, mill, 100);
        valley.fund(sea, river, 100);
        Payout before = valley.reserve(sea, 20);
        assertThat(valley.payouts.stoppedAt(before)).isEmpty();
        stop(garden);
        assertThat(valley.payouts.stoppedAt(before)).contains(garden.name());
        assertThatThrownBy(() -> valley.reserve(sea, 20)).hasMessage("BOOK_FROZEN");
        assertThat(valley.readCosts
                        .preview(sea, Valley.eur(20), Optional.empty())
                        .state()
                        .stopping())
                .containsExactly(garden.name());
        goOn(garden);
        valley.freezes.freeze(river.id(), Reason.AUDIT, "I3");
        assertThat(valley.payouts.stoppedAt(before))
                .as("the river's own book holds nothing of it")
                .isEmpty();
    }

    @OneDatabase
    void whatAFloodKeepsForALargerOneStaysWhileItsOwnPayoutsAreStopped(TestDatabase db) {
        start(db, Fund.TRANSFER, Shortfall.STOP);
        MemberPool mill = valley.pool("mill", "EUR", ANA);
        Flood sea = valley.found(ANA, "Sea", mill, games);
        valley.rule(sea, Fund.EARMARK, CostKey.BY_PLEDGE, Shortfall.STOP);
        valley.join(sea, mill);
        valley.join(sea, river);
        valley.fund(sea, river, 100);
        Payout before = valley.reserve(sea, 20);
        stop(games);
        assertThat(valley.payouts.stoppedAt(before))
                .as("the games handed it over")
                .isEmpty();
        valley.freezes.freeze(river.id(), Reason.AUDIT, "I3");
        assertThat(valley.payouts.stoppedAt(before)).contains(river.name());
        assertThatThrownBy(() -> valley.reserve(sea, 20)).hasMessage("BOOK_FROZEN");
        assertThat(valley.balance(sea.id(), Accounts.keptByPools(Accounts.RESERVED)))
                .isEqualTo(20);
    }
}
