package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Accounts;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same Flood from many sides at once: one clean result. */
class FloodsAtOnceTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final int ROUNDS = Integer.getInteger("pools.flood.rounds", 10);

    @EveryDatabase
    void leavingWhileAPaymentIsSetAsideIsOneOrTheOtherFirst(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        for (int round = 0; round < ROUNDS; round++) {
            MemberPool games = valley.pool("games-" + round, "EUR", ANA);
            MemberPool garden = valley.pool("garden-" + round, "EUR", ANA);
            Flood flood = valley.found(ANA, "River " + round, games, garden);
            valley.join(flood, games, garden);
            for (MemberPool pool : List.of(games, garden)) {
                valley.contribute(pool, 100);
                valley.fund(flood, pool, 100);
            }
            List<Boolean> done = atOnce(List.of(
                    () -> tried(() -> valley.leave(flood, garden)), () -> tried(() -> valley.reserve(flood, 150))));
            assertThat(done.get(0)).isTrue();
            long home = valley.available(garden);
            assertThat(home).isEqualTo(done.get(1) ? 25 : 100);
            assertThat(valley.stake(flood, games)).isEqualTo(done.get(1) ? 25 : 100);
            assertThat(valley.balance(flood.id(), Accounts.RESERVED)).isEqualTo(done.get(1) ? 150 : 0);
            assertThat(valley.balance(garden.id(), Accounts.inFlood(flood.slug())))
                    .as("what is on its way is still in both books")
                    .isEqualTo(done.get(1) ? 75 : 0)
                    .isEqualTo(valley.balance(flood.id(), Accounts.committedBy(garden.slug())));
        }
    }

    @EveryDatabase
    void manyClicksFoundOneFloodAndNamesakesGetAddressesOfTheirOwn(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        valley.pool("games", "EUR", ANA);
        valley.pool("garden", "EUR", ANA);
        NewFlood wish = new NewFlood("River", "A stage", "EUR", List.of("games", "garden"), Map.of());
        UUID clicked = valley.ids.newId();
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID other = valley.ids.newId();
            clicks.add(() -> valley.found.found(Caller.of(ANA), clicked, wish).slug());
            clicks.add(() -> valley.found.found(Caller.of(ANA), other, wish).slug());
        }
        Set<String> slugs = new HashSet<>(atOnce(clicks));
        assertThat(slugs).hasSize(7);
        assertThat(valley.read.list("", 50).items()).hasSize(7);
    }

    @EveryDatabase
    void allPoolsJoiningAtOnceMakeOneActiveFlood(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        List<MemberPool> pools = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pools.add(valley.pool("pool-" + i, "EUR", ANA));
        }
        Flood flood = valley.found(ANA, "River", pools.toArray(MemberPool[]::new));
        List<Callable<Boolean>> joins = new ArrayList<>();
        pools.forEach(pool -> {
            joins.add(() -> tried(() -> valley.join(flood, pool)));
            joins.add(() -> tried(() -> valley.join(flood, pool)));
        });
        assertThat(atOnce(joins)).filteredOn(joined -> joined).hasSize(6);
        assertThat(valley.floods.joinedPools(flood.id())).hasSize(6);
    }

    @EveryDatabase
    void floodsThatJoinEachOtherAtTheSameMomentMakeNoCircle(TestDatabase db) throws Exception {
        Valley valley = new Valley(db);
        for (int round = 0; round < ROUNDS; round++) {
            List<Flood> floods = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                MemberPool one = valley.pool("one-" + round + "-" + i, "EUR", ANA);
                MemberPool other = valley.pool("other-" + round + "-" + i, "EUR", ANA);
                floods.add(valley.flood("Flood " + round + " " + i, one, other));
            }
            List<Callable<Boolean>> joins = new ArrayList<>();
            int around = round % 2 == 0 ? 2 : 3;
            for (int i = 0; i < around; i++) {
                Flood joining = floods.get(i);
                Flood larger = floods.get((i + 1) % around);
                joins.add(() -> tried(() -> valley.join(larger, joining)));
            }
            assertThat(atOnce(joins))
                    .as("all but the one that would close the circle")
                    .filteredOn(joined -> joined)
                    .hasSize(around - 1);
            floods.forEach(flood ->
                    assertThat(valley.members.levels().below(flood.id())).doesNotContain(flood.id()));
        }
    }

    private static boolean tried(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Refused refused) {
            if (refused.getMessage().equals("TRY_AGAIN")) {
                return tried(step);
            }
            assertThat(refused.getMessage()).isIn("INSUFFICIENT_FUNDS", "ALREADY_IN_FLOOD", "FLOOD_IN_ITSELF");
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(work)) {
            results.add(done.get());
        }
        threads.shutdown();
        return results;
    }
}
