package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.PoolInFlood.Place;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.flood.sql.SqlRequestStore;
import coop.pools.governance.WithdrawProposal;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class FloodsTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final UUID CHI = new UUID(1, 3);

    @EveryDatabase
    void foundingOpensAVoteInEveryNamedPoolAndPutsNobodyIn(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        Flood flood = valley.found(ANA, "Summer Fair", games, garden);
        assertThat(flood.slug()).isEqualTo("summer-fair");
        FloodView view = valley.read.view(flood);
        assertThat(view.flood().state()).isEqualTo(FloodState.FORMING);
        assertThat(view.pools()).extracting(PoolInFlood::place).containsExactly(Place.INVITED, Place.INVITED);
        assertThat(view.people()).isZero();
        for (MemberPool pool : List.of(games, garden)) {
            assertThat(valley.proposals.running(BodyRef.pool(pool.id()), 10))
                    .singleElement()
                    .satisfies(vote -> assertThat(vote.proposal().author()).isEqualTo(ANA));
        }
    }

    @EveryDatabase
    void askingAgainWithTheSameIdAnswersTheSameFlood(TestDatabase db) {
        Valley valley = new Valley(db);
        valley.pool("games", "EUR", ANA);
        valley.pool("garden", "EUR", BEN);
        UUID id = valley.ids.newId();
        NewFlood wish = wish("EUR", "games", "garden");
        Flood first = valley.found.found(Caller.of(ANA), id, wish);
        assertThat(valley.found.found(Caller.of(ANA), id, wish)).isEqualTo(first);
        refused("ID_TAKEN", () -> valley.found.found(Caller.of(BEN), id, wish));
        Flood second = valley.found.found(Caller.of(ANA), valley.ids.newId(), wish);
        assertThat(second.slug()).isEqualTo("river-2");
    }

    @EveryDatabase
    void whatCannotBecomeAFloodIsRefusedAndLeavesNothing(TestDatabase db) {
        Valley valley = new Valley(db);
        valley.pool("games", "EUR", ANA);
        valley.pool("garden", "EUR", BEN);
        valley.pool("abroad", "USD", ANA);
        Caller ana = Caller.of(ANA);
        refused("FLOOD_CURRENCY_DIFFERS", () -> found(valley, ana, wish("EUR", "games", "abroad")));
        refused("FLOOD_POOL_COUNT", () -> found(valley, ana, wish("EUR", "games", "games")));
        refused("UNKNOWN_POOL", () -> found(valley, ana, wish("EUR", "games", "nowhere")));
        refused("FOUNDER_NOT_A_MEMBER", () -> found(valley, Caller.of(CHI), wish("EUR", "games", "garden")));
        refused(
                "SCOPE_MISSING",
                () -> found(valley, Caller.of(ANA, EnumSet.of(Scope.VOTE)), wish("EUR", "games", "garden")));
        NewFlood unruly =
                new NewFlood("River", "A stage", "EUR", List.of("games", "garden"), Map.of("flood.vote_hours", 1));
        refused("RULE_OUT_OF_RANGE", () -> found(valley, ana, unruly));
        NewFlood nameless = new NewFlood(" a ", "A stage", "EUR", List.of("games", "garden"), Map.of());
        refused("INVALID_FIELD", () -> found(valley, ana, nameless));
        assertThat(valley.read.list("", 10).items()).isEmpty();
        assertThat(valley.ledgerStore.bookIds()).hasSize(3);
    }

    @EveryDatabase
    void ofThreeStakesSixtyAreDrawnAndTheRestGoesHomeExactly(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool one = valley.pool("one", "EUR", ANA);
        MemberPool two = valley.pool("two", "EUR", BEN);
        MemberPool three = valley.pool("three", "EUR", CHI);
        Flood flood = valley.found(ANA, "River", one, two, three);
        valley.join(flood, one, two, three);
        long part = 10_000;
        for (MemberPool pool : List.of(one, two, three)) {
            valley.contribute(pool, part);
            valley.fund(flood, pool, part);
            part += 10_000;
        }
        Payout payout = valley.reserve(flood, 6_000);
        valley.paid(payout);
        valley.leave(flood, three);
        assertThat(valley.available(three)).isEqualTo(27_000);
        assertThat(valley.stake(flood, one)).isEqualTo(9_000);
        assertThat(valley.stake(flood, two)).isEqualTo(18_000);
        assertThat(valley.balance(one.id(), Accounts.spentByFlood(flood.slug())))
                .isEqualTo(1_000);
        assertThat(valley.ledger.balances(flood.id()).available().minorUnits()).isEqualTo(27_000);
    }

    @EveryDatabase
    void whatIsKeptForAFloodStaysInEachPoolsOwnBookUntilItIsPaid(TestDatabase db) {
        Valley valley = new Valley(db);
        List<MemberPool> three = threePools(valley);
        Flood flood = valley.found(ANA, "River", three.toArray(MemberPool[]::new));
        valley.join(flood, three.toArray(MemberPool[]::new));
        valley.rule(flood, Fund.EARMARK, CostKey.BY_PLEDGE, Shortfall.STOP);
        long part = 10_000;
        for (MemberPool pool : three) {
            valley.fund(flood, pool, part);
            assertThat(valley.available(pool)).isEqualTo(30_000 - part);
            assertThat(valley.balance(pool.id(), Accounts.earmarkedFor(flood.slug())))
                    .isEqualTo(part);
            refused("INSUFFICIENT_FUNDS", () -> valley.fund(flood, pool, 30_001));
            part += 10_000;
        }
        Payout payout = valley.reserve(flood, 6_000);
        assertThat(valley.balance(three.get(2).id(), Accounts.earmarkedFor(flood.slug())))
                .isEqualTo(30_000);
        PreviewLeaving.Preview preview =
                valley.leaving.of(flood.id(), three.get(2).id()).orElseThrow();
        assertThat(preview.committed()).isEqualTo(Valley.eur(3_000));
        assertThat(preview.home()).isEqualTo(Valley.eur(27_000));
        assertThat(preview.released()).isEqualTo(preview.home());
        valley.paid(payout);
        valley.leave(flood, three.get(2));
        assertThat(valley.available(three.get(2))).isEqualTo(27_000);
        assertThat(valley.balance(three.get(2).id(), Accounts.earmarkedFor(flood.slug())))
                .isZero();
        assertThat(valley.balance(three.get(0).id(), Accounts.spentByFlood(flood.slug())))
                .isEqualTo(1_000);
        assertThat(valley.read.view(flood).balances().available()).isEqualTo(Valley.eur(27_000));
        assertThat(valley.balance(flood.id(), Accounts.AVAILABLE)).isZero();
    }

    @EveryDatabase
    void whatAPaymentWouldCostEachPoolIsToldBeforeItAndStopsIt(TestDatabase db) {
        Valley valley = new Valley(db);
        List<MemberPool> three = threePools(valley);
        Flood flood = valley.found(ANA, "River", three.toArray(MemberPool[]::new));
        for (MemberPool pool : three) {
            valley.clock.advance(Duration.ofDays(1));
            valley.join(flood, pool);
        }
        valley.fund(flood, three.get(0), 500);
        valley.fund(flood, three.get(1), 5_000);
        valley.fund(flood, three.get(2), 5_000);
        valley.rule(flood, Fund.EARMARK, CostKey.EQUAL_POOLS, Shortfall.STOP);
        Costs stopped = valley.readCosts.preview(flood, Valley.eur(6_000), Optional.empty());
        assertThat(stopped.whole()).isFalse();
        assertThat(stopped.lacking()).isEqualTo(Valley.eur(1_500));
        refused("FLOOD_SHORTFALL", () -> valley.reserve(flood, 6_000));
        valley.rule(flood, Fund.EARMARK, CostKey.EQUAL_POOLS, Shortfall.OTHERS_MAY_COVER);
        Costs covered = valley.readCosts.preview(flood, Valley.eur(6_001), Optional.empty());
        assertThat(covered.covered()).isTrue();
        assertThat(covered.lines().stream().map(Costs.Line::drawn))
                .containsExactly(Valley.eur(500), Valley.eur(2_751), Valley.eur(2_750));
        Payout payout = valley.reserve(flood, 6_001);
        Action.Pay pay = new Action.Pay(payout.payeeId(), payout.amount(), payout.purpose());
        assertThat(valley.readCosts.of(valley.ids.newId(), payout.body(), pay).orElseThrow())
                .satisfies(costs -> assertThat(costs.done()).isFalse());
        refused("INSUFFICIENT_FUNDS", () -> valley.reserve(flood, 6_001));
    }

    private static List<MemberPool> threePools(Valley valley) {
        List<MemberPool> three = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            MemberPool pool = valley.pool(name, "EUR", ANA);
            valley.contribute(pool, 30_000);
            three.add(pool);
        }
        return three;
    }

    @EveryDatabase
    void aFloodReadsTheMergerThatEndedItAndThoseThatWaitForOthers(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool[] two = {valley.pool("one", "EUR", ANA), valley.pool("two", "EUR", BEN)};
        List<Flood> all = new ArrayList<>();
        for (String name : List.of("River", "Sea", "Lake", "Pond", "Creek", "Gone")) {
            all.add(valley.flood(name, two));
        }
        RequestStore requests = db.store(SqlRequestStore.class);
        UUID river = all.get(0).id();
        UUID[] others = all.stream().skip(1).map(Flood::id).toArray(UUID[]::new);
        valley.floods.setState(others[4], FloodState.DISSOLVED);
        for (UUID into : List.of(others[0], others[4])) {
            requests.beginMerger(river, into);
            requests.agreeToMerge(river, into, valley.ids.newId());
        }
        requests.beginMerger(river, others[1]);
        requests.agreeToTakeIn(river, others[1], valley.ids.newId());
        for (UUID from : List.of(others[2], others[3])) {
            requests.beginMerger(from, river);
            requests.agreeToTakeIn(from, river, valley.ids.newId());
        }
        requests.finishMerger(others[3], river, valley.clock.instant());
        assertThat(requests.mergersOf(river, 9))
                .extracting(one -> one.from().equals(river) ? one.into() : one.from())
                .as("not what waits for itself, what is done, nor who is gone")
                .containsExactlyInAnyOrder(others[0], others[2]);
        assertThat(requests.mergersOf(river, 1)).hasSize(1);
        assertThat(requests.mergersOf(others[3], 9))
                .singleElement()
                .satisfies(ended -> assertThat(ended.into()).isEqualTo(river));
        assertThat(requests.mergersOf(others[4], 9)).isEmpty();
    }

    @EveryDatabase
    void whoIsInTwoPoolsCountsOnce(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA, BEN);
        MemberPool garden = valley.pool("garden", "EUR", BEN, CHI);
        Flood flood = valley.found(ANA, "River", games, garden);
        valley.join(flood, games, garden);
        assertThat(valley.read.view(flood).people()).isEqualTo(3);
        BodyRef body = BodyRef.flood(flood.id());
        assertThat(valley.pools.countPeople(valley.body.freezeRosters(body))).isEqualTo(3);
        assertThat(valley.body.isMember(body, CHI)).isTrue();
        valley.leave(flood, garden);
        assertThat(valley.body.isMember(body, CHI)).isFalse();
        assertThat(valley.read.view(flood).people()).isEqualTo(2);
    }

    @EveryDatabase
    void aPaymentThatFailsComesHomeToAPoolThatHasLeft(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool(new UUID(1, 1), "games", "EUR", ANA);
        MemberPool garden = valley.pool(new UUID(2, 2), "garden", "EUR", BEN);
        Flood flood = valley.found(ANA, "River", games, garden);
        valley.join(flood, games, garden);
        for (MemberPool pool : List.of(games, garden)) {
            valley.contribute(pool, 500);
            valley.fund(flood, pool, 500);
        }
        Payout payout = valley.reserve(flood, 301);
        valley.leave(flood, garden);
        assertThat(valley.available(garden)).isEqualTo(350);
        valley.release(payout);
        assertThat(valley.available(garden)).isEqualTo(500);
        assertThat(valley.stake(flood, games)).isEqualTo(500);
        assertThatThrownBy(() -> valley.paid(payout)).isInstanceOf(IllegalStateException.class);
    }

    @EveryDatabase
    void whatComesBackInPartsGoesToEachStakeOnce(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool(new UUID(0, 1), "games", "EUR", ANA);
        MemberPool garden = valley.pool(new UUID(0, 2), "garden", "EUR", BEN);
        Flood flood = valley.found(ANA, "River", games, garden);
        valley.join(flood, games, garden);
        valley.contribute(games, 200);
        valley.contribute(garden, 100);
        valley.fund(flood, games, 200);
        valley.fund(flood, garden, 100);
        Payout payout = valley.reserve(flood, 150);
        valley.paid(payout);
        for (long cameBack : new long[] {31, 31, 30}) {
            valley.reverse(payout, cameBack);
            assertThat(valley.stake(flood, games)).isEqualTo(100 + 21);
            assertThat(valley.stake(flood, garden)).isEqualTo(50 + 10);
        }
        for (long cameBack : new long[] {150, 150, 31}) {
            valley.reverse(payout, cameBack);
        }
        assertThat(valley.stake(flood, games)).isEqualTo(200);
        assertThat(valley.stake(flood, garden)).isEqualTo(100);
    }

    @EveryDatabase
    void whatAPoolMayDecideDependsOnWhereItStands(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        MemberPool other = valley.pool("other", "EUR", CHI);
        MemberPool abroad = valley.pool("abroad", "USD", CHI);
        Flood flood = valley.found(ANA, "River", games, garden);
        Action.JoinFlood join = new Action.JoinFlood(flood.id());
        Action.FundFlood fund = new Action.FundFlood(flood.id(), Valley.eur(1));
        Action.LeaveFlood leave = new Action.LeaveFlood(flood.id());
        check(valley, other, join);
        refused("FLOOD_CURRENCY_DIFFERS", () -> check(valley, abroad, join));
        refused("UNKNOWN_FLOOD", () -> check(valley, games, new Action.JoinFlood(valley.ids.newId())));
        refused("NOT_IN_FLOOD", () -> check(valley, games, fund));
        refused("NOT_IN_FLOOD", () -> check(valley, games, leave));
        valley.join(flood, games);
        refused("ALREADY_IN_FLOOD", () -> check(valley, games, join));
        refused("FLOOD_NOT_ACTIVE", () -> check(valley, games, fund));
        refused("FLOOD_NOT_ACTIVE", () -> valley.checks.check(BodyRef.flood(flood.id()), new Action.Statement()));
        valley.join(flood, garden);
        check(valley, games, fund);
        refused("FLOOD_IN_ITSELF", () -> valley.checks.check(BodyRef.flood(flood.id()), join));
        Action pledge = new Action.Pledge(flood.id(), Valley.eur(1), 0, Optional.empty());
        refused("NOT_FOR_THIS_BODY", () -> valley.checks.check(BodyRef.flood(flood.id()), pledge));
        valley.leave(flood, games);
        check(valley, games, join);
        valley.leave(flood, garden);
        refused("FLOOD_DISSOLVED", () -> check(valley, garden, join));
        assertThat(valley.read.bySlug(flood.slug()).state()).isEqualTo(FloodState.DISSOLVED);
    }

    @EveryDatabase
    void aVoteThatIsNotCarriedOutShowsAsDeclined(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        Flood flood = valley.found(ANA, "River", games, garden);
        PoolInFlood invited = valley.read.view(flood).pools().get(0);
        new WithdrawProposal(db.transactions(), valley.clock, db.store(SqlProposalStore.class))
                .withdraw(Caller.of(ANA), invited.invitation());
        assertThat(valley.read.view(flood).pools())
                .extracting(PoolInFlood::place)
                .contains(Place.DECLINED);
        valley.join(flood, games.id().equals(invited.pool().id()) ? games : garden);
        assertThat(valley.read.ofPool(invited.pool().id()).values())
                .extracting(PoolInFlood::place)
                .containsExactly(Place.JOINED);
        assertThat(valley.read.ofPerson(ANA).size() + valley.read.ofPerson(BEN).size())
                .isEqualTo(1);
    }

    @EveryDatabase
    void poolsStandInTheOrderOfTheTextOfTheirIds(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool low = valley.pool(new UUID(0x1000_0000_0000_7000L, 0x8000_0000_0000_0000L), "low", "EUR", ANA);
        MemberPool high = valley.pool(new UUID(0xf000_0000_0000_7000L, 0x8000_0000_0000_0000L), "high", "EUR", ANA);
        Flood flood = valley.found(ANA, "River", high, low);
        valley.join(flood, high, low);
        assertThat(valley.floods.joinedPools(flood.id())).containsExactly(low.id(), high.id());
    }

    private static void check(Valley valley, MemberPool pool, Action action) {
        valley.checks.check(BodyRef.pool(pool.id()), action);
    }

    private static Flood found(Valley valley, Caller caller, NewFlood wish) {
        return valley.found.found(caller, valley.ids.newId(), wish);
    }

    private static NewFlood wish(String currency, String... pools) {
        return new NewFlood("River", "A stage at the river", currency, List.of(pools), Map.of());
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Refused.class).hasMessage(code);
    }
}
