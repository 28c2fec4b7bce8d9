package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.StakeStatement.Kind;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Quarter;
import coop.pools.flood.domain.Shortfall;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** What a member of a Flood is told of each quarter. */
class StatementsTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final Quarter FIRST = new Quarter(2026, 1);

    @EveryDatabase
    void eachQuarterBeginsWhereTheOneBeforeEnded(TestDatabase db) {
        for (Fund fund : Fund.values()) {
            Valley valley = new Valley(db);
            Money nothing = Valley.eur(0);
            MemberPool games = valley.pool("games-" + fund.word(), "EUR", ANA);
            MemberPool garden = valley.pool("garden-" + fund.word(), "EUR", BEN);
            Flood flood = valley.flood("Fair " + fund.word(), games, garden);
            valley.rule(flood, fund, CostKey.BY_AVAILABLE, Shortfall.STOP);
            valley.contribute(games, 1000);
            valley.contribute(garden, 1000);
            valley.fund(flood, games, 300);
            valley.fund(flood, garden, 100);
            valley.bucket(flood, "stage");
            valley.allocate(flood, "stage", 40);
            Payout payout = valley.reserve(flood, 81);
            assertThat(read(valley, flood, games, FIRST))
                    .as("what is in a bucket or promised is still its own")
                    .containsExactly(nothing, Valley.eur(300), nothing, nothing, nothing, Valley.eur(300));

            valley.clock.advance(Duration.ofDays(40));
            valley.paid(payout);
            valley.reverse(payout, 20);
            Quarter second = FIRST.next();
            assertThat(read(valley, flood, games, FIRST)).endsWith(Valley.eur(300));
            assertThat(read(valley, flood, games, second))
                    .containsExactly(
                            Valley.eur(300), nothing, Valley.eur(61), Valley.eur(15), nothing, Valley.eur(254));
            assertThat(read(valley, flood, garden, second))
                    .containsExactly(Valley.eur(100), nothing, Valley.eur(20), Valley.eur(5), nothing, Valley.eur(85));

            valley.clock.advance(Duration.ofDays(95));
            valley.leave(flood, games);
            valley.reverse(payout, 40);
            assertThat(read(valley, flood, games, second.next()))
                    .as("what comes back after leaving goes home at once")
                    .containsExactly(Valley.eur(254), nothing, nothing, Valley.eur(15), Valley.eur(269), nothing);
            StakeStatement last = statement(valley, flood, games, second.next());
            assertThat(valley.statements.lines(last, 0, 50))
                    .extracting(
                            entry -> last.kindOf(entry) + " " + entry.amount().minorUnits())
                    .contains("CAME_BACK 15")
                    .doesNotContain("GAVE 15");
        }
    }

    @EveryDatabase
    void aFloodWithinHasOneToo(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        Flood fair = valley.flood("Fair", games, valley.pool("kitchen", "EUR", ANA));
        Flood region = valley.flood("Region", garden, valley.pool("park", "EUR", BEN));
        valley.contribute(games, 1000);
        valley.contribute(garden, 1000);
        valley.fund(fair, games, 300);
        valley.fund(region, garden, 300);
        valley.join(region, fair);
        valley.fund(region, fair, 100);
        valley.paid(valley.reserve(region, 40));
        Money nothing = Valley.eur(0);
        StakeStatement within = valley.statements
                .of(region, valley.statements.member(region, BodyRef.Kind.FLOOD, "fair"), FIRST)
                .orElseThrow();
        assertThat(row(within))
                .containsExactly(nothing, Valley.eur(100), Valley.eur(10), nothing, nothing, Valley.eur(90));
        assertThat(read(valley, fair, games, FIRST))
                .as("its Pool has a part there, and bears what is paid there")
                .containsExactly(nothing, Valley.eur(300), Valley.eur(10), nothing, nothing, Valley.eur(290));
    }

    @EveryDatabase
    void onlyWhoBelongedHasOneAndOnlyForQuartersOfTheFlood(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        MemberPool kitchen = valley.pool("kitchen", "EUR", ANA);
        Flood flood = valley.found(ANA, "Fair", games, garden, kitchen);
        valley.join(flood, games, kitchen);
        Refused refused = Assertions.catchThrowableOfType(
                Refused.class, () -> valley.statements.member(flood, BodyRef.Kind.POOL, "garden"));
        assertThat(refused.code()).isEqualTo(CommonRefusal.NOT_FOUND);
        Member member = Member.of(games);
        assertThat(valley.statements.of(flood, member, FIRST)).isPresent();
        assertThat(valley.statements.of(flood, member, FIRST.previous())).isEmpty();
        assertThat(valley.statements.of(flood, member, FIRST.next())).isEmpty();
        valley.contribute(games, 100);
        valley.fund(flood, games, 10);
        StakeStatement before = statement(valley, flood, games, FIRST);
        valley.fund(flood, games, 5);
        assertThat(valley.statements.lines(before, 0, 50))
                .as("the lines are those of the sums")
                .extracting(Entry::amount)
                .containsExactly(Valley.eur(10));
        assertThat(valley.statements.lines(before, before.span().upTo(), 50)).isEmpty();
    }

    private static StakeStatement statement(Valley valley, Flood flood, MemberPool pool, Quarter quarter) {
        return valley.statements.of(flood, Member.of(pool), quarter).orElseThrow();
    }

    private static List<Money> read(Valley valley, Flood flood, MemberPool pool, Quarter quarter) {
        return row(statement(valley, flood, pool, quarter));
    }

    private static List<Money> row(StakeStatement statement) {
        return List.of(
                statement.before(),
                statement.sums().get(Kind.GAVE),
                statement.sums().get(Kind.PAID),
                statement.sums().get(Kind.CAME_BACK),
                statement.sums().get(Kind.WENT_HOME),
                statement.after());
    }
}
