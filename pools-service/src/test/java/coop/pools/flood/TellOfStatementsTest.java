package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Quarter;
import coop.pools.flood.sql.SqlStatementWordStore;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Notices;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Of which statements stewards are told, and when. The clock begins on 1 March 2026. */
class TellOfStatementsTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final UUID CAY = new UUID(1, 3);
    private static final UUID DEE = new UUID(1, 4);
    private static final Quarter FIRST = new Quarter(2026, 1);

    private final Map<UUID, List<UUID>> stewards = new HashMap<>();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    /** Of the notices, those of the page that was lost too. */
    private final Set<UUID> ids = Collections.synchronizedSet(new HashSet<>());

    private Valley valley;
    private TellOfStatements tell;
    /** What breaks when somebody is told. */
    private Runnable breaking = () -> {};

    @EveryDatabase
    void eachMemberAndTheFloodAreToldOnceOfEachQuarter(TestDatabase db) {
        set(db, "2026-03-01T00:00:00Z");
        MemberPool games = pool("games", ANA);
        MemberPool garden = pool("garden", BEN);
        Flood fair = flood("Fair", CAY, games, garden);
        run();
        assertThat(told).as("the quarter runs").isEmpty();
        goTo("2026-04-01T00:04:59Z");
        run();
        assertThat(told).as("something may still be on its way into the book").isEmpty();
        goTo("2026-04-01T00:05:00Z");
        run();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        CAY + " STATEMENTS_OF_FLOOD /floods/fair 2026-Q1",
                        ANA + " STATEMENT_OF_MEMBER /floods/fair/pools/games/statement?quarter=2026-Q1 2026-Q1",
                        BEN + " STATEMENT_OF_MEMBER /floods/fair/pools/garden/statement?quarter=2026-Q1 2026-Q1");
        assertThat(valley.statements.of(fair, Member.of(games), FIRST))
                .as("what is linked is there")
                .isPresent();
        told.clear();
        run();
        assertThat(another(db).run(10)).isZero();
        assertThat(told).isEmpty();
        goTo("2026-07-01T01:00:00Z");
        run();
        assertThat(told).hasSize(3).allMatch(word -> word.endsWith(" 2026-Q2"));
        told.clear();
        goTo("2027-01-02T00:00:00Z");
        run();
        assertThat(told)
                .as("after a long pause of the last quarter alone")
                .hasSize(3)
                .allMatch(word -> word.endsWith(" 2026-Q4"));
    }

    @EveryDatabase
    void whoLeftInTheQuarterIsToldOfItsLastAndWhoJoinedLaterIsNot(TestDatabase db) {
        set(db, "2026-03-01T00:00:00Z");
        MemberPool games = pool("games", ANA);
        MemberPool garden = pool("garden", BEN);
        MemberPool kitchen = pool("kitchen", DEE);
        Flood fair = flood("Fair", CAY, games, garden);
        valley.leave(fair, games);
        goTo("2026-04-01T00:02:00Z");
        valley.consent(fair, kitchen.id());
        valley.joinAsNamed(fair, kitchen.id());
        goTo("2026-04-02T00:00:00Z");
        run();
        assertThat(who("STATEMENT_OF_MEMBER")).containsExactlyInAnyOrder(ANA, BEN);
        told.clear();
        goTo("2026-07-02T00:00:00Z");
        run();
        assertThat(who("STATEMENT_OF_MEMBER")).containsExactlyInAnyOrder(BEN, DEE);
    }

    @EveryDatabase
    void aFloodWithinIsToldAsAPoolIsAndThatOfAllPoolsNever(TestDatabase db) {
        set(db, "2026-03-01T00:00:00Z");
        MemberPool games = pool("games", ANA);
        MemberPool garden = pool("garden", BEN);
        Flood fair = flood("Fair", CAY, games, valley.pool("kitchen", "EUR", ANA));
        Flood region = flood("Region", DEE, garden, valley.pool("park", "EUR", BEN));
        valley.join(region, fair);
        Flood commons = valley.shapes.commons();
        stewards.put(commons.id(), List.of(ANA));
        goTo("2026-04-02T00:00:00Z");
        run();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        CAY + " STATEMENTS_OF_FLOOD /floods/fair 2026-Q1",
                        DEE + " STATEMENTS_OF_FLOOD /floods/region 2026-Q1",
                        ANA + " STATEMENT_OF_MEMBER /floods/fair/pools/games/statement?quarter=2026-Q1 2026-Q1",
                        BEN + " STATEMENT_OF_MEMBER /floods/region/pools/garden/statement?quarter=2026-Q1 2026-Q1",
                        CAY + " STATEMENT_OF_MEMBER /floods/region/floods/fair/statement?quarter=2026-Q1 2026-Q1");
    }

    @EveryDatabase
    void whatHadEndedBeforeTheUpdateIsToldToNobody(TestDatabase db) {
        set(db, "2026-04-01T00:00:01Z");
        flood("Fair", CAY, pool("games", ANA), valley.pool("garden", "EUR", BEN));
        goTo("2026-04-02T00:00:00Z");
        run();
        assertThat(told).isEmpty();
        goTo("2026-07-02T00:00:00Z");
        run();
        assertThat(told).hasSize(2);
        Instant updated = db.jdbi()
                .withHandle(handle -> handle.createQuery("select min(ended_at) from statement_word")
                        .mapTo(Instant.class)
                        .one());
        assertThat(updated).isEqualTo(Instant.parse("2026-04-01T00:00:01Z"));
    }

    @EveryDatabase
    void itGoesOnWhereItStoppedAndNodesTakeTurns(TestDatabase db) throws Exception {
        set(db, "2026-03-01T00:00:00Z");
        MemberPool[] pools = new MemberPool[42];
        for (int i = 0; i < pools.length; i++) {
            pools[i] = pool("pool-" + i, new UUID(2, i));
        }
        flood("Fair", CAY, pools);
        flood("Region", CAY, pools);
        flood("Valley", CAY, pools);
        goTo("2026-04-02T00:00:00Z");
        breaking = () -> {
            if (told.size() == 70) {
                throw new IllegalStateException("the node dies");
            }
        };
        try {
            run();
        } catch (IllegalStateException died) {
            assertThat(died).hasMessage("the node dies");
        }
        assertThat(told).hasSize(70);
        // What was told within the page that was lost is taken back with it.
        told.subList(52, 70).clear();
        breaking = () -> {};
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TellOfStatements node = another(db);
            nodes.add(() -> node.run(10) + node.run(10));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int pages = 0;
        for (Future<Integer> done : threads.invokeAll(nodes)) {
            pages += done.get();
        }
        threads.shutdown();
        pages += tell.run(10);
        assertThat(pages).as("two pages were left").isEqualTo(2);
        assertThat(told).hasSize(129).doesNotHaveDuplicates();
        assertThat(ids).as("the same word has the same id").hasSize(129);
    }

    private void set(TestDatabase db, String updated) {
        valley = new Valley(db);
        tell = another(db);
        db.jdbi()
                .useHandle(handle -> assertThat(handle.createUpdate("update statement_word set ended_at = :at")
                                .bind("at", Instant.parse(updated))
                                .execute())
                        .isEqualTo(1));
    }

    private TellOfStatements another(TestDatabase db) {
        Notices notices = (id, person, notice) -> {
            breaking.run();
            ids.add(id);
            told.add(person + " " + notice.kind() + " " + notice.path() + " "
                    + notice.facts().get("quarter"));
        };
        return new TellOfStatements(
                new TellOfStatements.Desk(db.transactions(), valley.clock),
                db.store(SqlStatementWordStore.class),
                valley.floods,
                valley.members,
                new TellOfStatements.Telling(this::stewardsOf, notices));
    }

    private List<UUID> stewardsOf(BodyRef body) {
        return stewards.getOrDefault(body.id(), List.of());
    }

    private void run() {
        while (tell.run(10) > 0) {
            // until nothing is left
        }
    }

    private void goTo(String moment) {
        valley.clock.advance(Duration.between(valley.clock.instant(), Instant.parse(moment)));
    }

    private List<UUID> who(String kind) {
        return told.stream()
                .filter(word -> word.contains(" " + kind + " "))
                .map(word -> UUID.fromString(word.substring(0, word.indexOf(' '))))
                .toList();
    }

    private MemberPool pool(String slug, UUID steward) {
        MemberPool pool = valley.pool(slug, "EUR", steward);
        stewards.put(pool.id(), List.of(steward));
        return pool;
    }

    private Flood flood(String name, UUID steward, MemberPool... pools) {
        Flood flood = valley.flood(name, pools);
        stewards.put(flood.id(), List.of(steward));
        return flood;
    }
}
