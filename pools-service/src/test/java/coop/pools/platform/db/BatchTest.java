package coop.pools.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

class BatchTest {
    private static final UUID SOMEBODY = new UUID(3, 4);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** A store that reads both ways. */
    public interface People extends SqlObject {
        @SqlQuery("select name from person where id = :id")
        List<String> throughJdbi(UUID id);

        default List<String> pastJdbi(UUID id) {
            return RowsToRead.read(
                    getHandle().getConnection(),
                    "select name from person where id = any (?)",
                    row -> row.getString(1),
                    new UUID[] {id});
        }

        @SqlQuery("select setting from pg_settings where name in ('enable_seqscan', 'plan_cache_mode') order by name")
        List<String> planning();
    }

    private record Person(UUID id, String name) {}

    /** Gathers people. */
    private static final class NewPeople implements BatchPart {
        private static final ManyRows<Person> INSERT = new ManyRows.Columns<Person>()
                .id("id", Person::id)
                .text("name", Person::name)
                .time("created_at", person -> NOW)
                .insertedInto("person");

        private final List<Person> gathered = new ArrayList<>();

        @Override
        public List<RowsToWrite<?>> handOver() {
            List<RowsToWrite<?>> rows =
                    gathered.isEmpty() ? List.of() : List.of(new RowsToWrite<>(INSERT, List.copyOf(gathered)));
            gathered.clear();
            return rows;
        }
    }

    private static void gather(TestDatabase db, String name) {
        NewPeople people = db.jdbiTransactions()
                .part(NewPeople.class, connection -> new NewPeople())
                .orElseThrow();
        people.gathered.add(new Person(SOMEBODY, name));
    }

    @EveryDatabase
    void whatABatchHasGatheredIsSeenPastJdbi(TestDatabase db) {
        db.jdbiTransactions().inBatch(() -> {
            gather(db, "Ada");
            assertThat(db.store(People.class).pastJdbi(SOMEBODY)).containsExactly("Ada");
        });
    }

    @EveryDatabase
    void whatABatchHasGatheredIsSeenThroughJdbi(TestDatabase db) {
        db.jdbiTransactions().inBatch(() -> {
            gather(db, "Ada");
            assertThat(db.store(People.class).throughJdbi(SOMEBODY)).containsExactly("Ada");
        });
        assertThat(db.store(People.class).pastJdbi(SOMEBODY)).containsExactly("Ada");
    }

    @EveryDatabase
    void postgresqlFindsWhatABatchReadsByKeysAndPlansEverythingElseItself(TestDatabase db) {
        if (db.engine().equals("H2")) {
            return;
        }
        List<String> before = db.store(People.class).planning();
        db.jdbiTransactions()
                .inBatch(() ->
                        assertThat(db.store(People.class).planning()).containsExactly("off", "force_generic_plan"));
        assertThat(db.store(People.class).planning()).isEqualTo(before).containsExactly("on", "auto");
    }
}
