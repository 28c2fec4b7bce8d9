package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.flood.domain.Stay;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has left a Flood and comes back bears costs by what it puts in from then on. */
class ComingBackTest {
    private static final UUID ANA = new UUID(1, 1);

    private final MemberPool[] three = new MemberPool[3];

    @OneDatabase
    void whoComesBackWithNothingStopsNoPayment(TestDatabase db) {
        Valley valley = new Valley(db);
        Flood flood = threeInAFlood(valley, Fund.TRANSFER);
        valley.paid(valley.reserve(flood, 60));
        comeBack(valley, flood);
        assertThat(asked(valley, flood)).containsExactly(0L, 40L, 40L);
        valley.paid(valley.reserve(flood, 80));
        valley.fund(flood, three[0], 200);
        assertThat(asked(valley, flood)).as("200 to 100 to 100").containsExactly(40L, 20L, 20L);
    }

    @OneDatabase
    void whatIsOnItsWayWhenSomebodyComesBackAsksNothingOfThem(TestDatabase db) {
        for (Fund fund : Fund.values()) {
            Valley valley = new Valley(db);
            Flood flood = threeInAFlood(valley, fund);
            Payout payout = valley.reserve(flood, 60);
            comeBack(valley, flood);
            assertThat(asked(valley, flood)).as("promised").containsExactly(0L, 40L, 40L);
            valley.paid(payout);
            assertThat(asked(valley, flood)).as("paid").containsExactly(0L, 40L, 40L);
            valley.fund(flood, three[0], 200);
            assertThat(asked(valley, flood)).as("200 to 100 to 100").containsExactly(40L, 20L, 20L);
        }
    }

    @OneDatabase
    void whatIsFreeAgainAfterSomebodyHasComeBackBearsCosts(TestDatabase db) {
        Valley valley = new Valley(db);
        Flood flood = threeInAFlood(valley, Fund.TRANSFER);
        Payout failing = valley.reserve(flood, 150);
        comeBack(valley, flood);
        valley.release(failing);
        assertThat(asked(valley, flood)).as("50 to 100 to 100").containsExactly(16L, 32L, 32L);
    }

    /** The migration that fills in what had been spent or promised before is run once more, on stays that do not say it. */
    @EveryDatabase
    void whoHadComeBackBeforeThatWasKeptBeginsAnewToo(TestDatabase db) throws IOException {
        Valley valley = new Valley(db);
        Flood river = threeInAFlood(valley, Fund.EARMARK);
        MemberPool quay = valley.pool("quay", "EUR", ANA);
        Flood sea = valley.flood("Sea", quay, valley.pool("mill", "EUR", ANA));
        valley.join(sea, river);
        valley.fund(sea, river, 60);
        valley.paid(valley.reserve(sea, 15));
        valley.reserve(sea, 30);
        valley.paid(valley.reserve(river, 60));
        Payout back = valley.reserve(river, 30);
        valley.paid(back);
        valley.reverse(back);
        valley.reserve(river, 90);
        comeBack(valley, river);
        valley.leave(sea, river);
        valley.join(sea, river);
        assertThat(before(valley, river)).containsExactlyInAnyOrder(0L, 0L, 0L, 5L + 10 + 20 + 30);
        assertThat(before(valley, sea)).containsExactlyInAnyOrder(0L, 0L, 0L, 15L + 30);
        valley.clock.advance(Duration.ofDays(1));
        valley.fund(river, three[0], 100);
        valley.paid(valley.reserve(river, 30));
        List<Stay> kept = List.copyOf(valley.floods.stays(river.id()));
        db.jdbi().useHandle(handle -> handle.execute("""
                insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)
                values (?, ?, 'One', 'EUR', 'una', 'sandbox', 'one', 1, current_timestamp)
                """, three[0].id(), three[0].slug()));
        db.jdbi().useHandle(handle -> handle.execute("update flood_pool set spent_before = 7 * (number - 1)"));
        try (InputStream sql = getClass().getResourceAsStream("/db/common/V143__fill_in_what_was_spent_before.sql")) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            db.jdbi().useHandle(handle -> handle.createScript(text).execute());
        }
        assertThat(valley.floods.stays(river.id())).isEqualTo(kept);
        assertThat(before(valley, sea)).containsExactlyInAnyOrder(0L, 0L, 0L, 15L + 30);
    }

    private Flood threeInAFlood(Valley valley, Fund fund) {
        for (int i = 0; i < three.length; i++) {
            three[i] = valley.pool("pool-" + i, "EUR", ANA);
            valley.contribute(three[i], 30_000);
        }
        Flood flood = valley.flood("River", three);
        valley.rule(flood, fund, CostKey.BY_PLEDGE, Shortfall.STOP);
        for (MemberPool pool : three) {
            valley.fund(flood, pool, 100);
        }
        return flood;
    }

    /** The first Pool takes all that is not promised home, and joins again on the next day. */
    private void comeBack(Valley valley, Flood flood) {
        valley.leave(flood, three[0]);
        valley.clock.advance(Duration.ofDays(1));
        valley.join(flood, three[0]);
    }

    /** What a payment of 80 would ask of each. */
    private List<Long> asked(Valley valley, Flood flood) {
        List<Costs.Line> lines = valley.readCosts
                .preview(flood, Valley.eur(80), Optional.empty())
                .lines();
        return Arrays.stream(three)
                .map(pool -> lines.stream()
                        .filter(line -> line.name().equals(pool.name()))
                        .mapToLong(line -> line.asked().minorUnits())
                        .sum())
                .toList();
    }

    private static List<Long> before(Valley valley, Flood flood) {
        return valley.floods.stays(flood.id()).stream().map(Stay::spentBefore).toList();
    }
}
