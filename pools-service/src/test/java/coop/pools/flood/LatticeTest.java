package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.FloodStore.Up;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Three layers of twenty Floods, each in all of the next layer: a Pool reaches the top in eight thousand ways. */
class LatticeTest {
    private static final int WIDE = 20;

    private final List<Integer> rowsOfEachQuestion = new ArrayList<>();

    @EveryDatabase
    void eachFloodIsAskedAboutOnceInHoweverManyWaysItIsReached(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool inside = valley.pool("inside", "EUR", new UUID(1, 1));
        MemberPool outside = valley.pool("outside", "EUR", new UUID(1, 2));
        List<List<UUID>> layers = new ArrayList<>();
        for (int layer = 0; layer < 3; layer++) {
            layers.add(floods(valley, "layer-" + layer, WIDE));
        }
        UUID top = floods(valley, "top", 1).get(0);
        UUID other = floods(valley, "other", 1).get(0);
        join(valley, layers.get(0), List.of(inside.id(), outside.id()));
        join(valley, layers.get(1), layers.get(0));
        join(valley, layers.get(2), layers.get(1));
        join(valley, List.of(top), List.of(layers.get(2).get(WIDE - 1)));
        join(valley, List.of(other), List.of(outside.id()));
        Levels levels = new Levels(counted(valley.floods));

        assertThat(levels.among(top, Set.of(inside.id(), outside.id(), UUID.randomUUID())))
                .containsExactlyInAnyOrder(inside.id(), outside.id());
        assertThat(rowsOfEachQuestion)
                .as("what each layer belongs to, and that nobody has the top above")
                .containsExactly(2 * WIDE + 1, WIDE * WIDE, WIDE * WIDE, 1);

        rowsOfEachQuestion.clear();
        assertThat(levels.among(other, Set.of(inside.id()))).isEmpty();
        assertThat(rowsOfEachQuestion).containsExactly(WIDE, WIDE * WIDE, WIDE * WIDE, 1, 0);

        rowsOfEachQuestion.clear();
        assertThat(levels.among(layers.get(0).get(0), Set.of(inside.id()))).containsExactly(inside.id());
        assertThat(rowsOfEachQuestion)
                .as("nothing more is asked once all are found")
                .containsExactly(WIDE);
    }

    private FloodStore counted(FloodStore floods) {
        return (FloodStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FloodStore.class}, (proxy, method, arguments) -> {
                    try {
                        List<?> rows = (List<?>) method.invoke(floods, arguments);
                        rowsOfEachQuestion.add(rows.size());
                        assertThat(rows).allMatch(Up.class::isInstance);
                        return rows;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<UUID> floods(Valley valley, String name, int many) {
        return IntStream.range(0, many)
                .mapToObj(no -> new Flood(
                        UUID.randomUUID(),
                        name + "-" + no,
                        name,
                        "A stage",
                        "EUR",
                        FloodState.ACTIVE,
                        new UUID(1, 1),
                        valley.clock.instant(),
                        false))
                .filter(valley.floods::insert)
                .map(Flood::id)
                .toList();
    }

    private static void join(Valley valley, List<UUID> larger, List<UUID> members) {
        Instant now = valley.clock.instant();
        valley.db.jdbi().useHandle(handle -> {
            PreparedBatch invited = handle.prepareBatch(
                    "insert into flood_invitation (flood_id, pool_id, proposal_id, invited_at) values (?, ?, ?, ?)");
            PreparedBatch joined =
                    handle.prepareBatch("insert into flood_pool (flood_id, pool_id, number, joined_at, joined_by)"
                            + " values (?, ?, 1, ?, ?)");
            larger.forEach(flood -> members.forEach(member -> {
                invited.add(flood, member, UUID.randomUUID(), now);
                joined.add(flood, member, now, UUID.randomUUID());
            }));
            invited.execute();
            joined.execute();
        });
    }
}
