package coop.pools.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one test leaves in its database does not reach the next, which may get the same one. */
class UsedAgainTest {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String OF_NOBODY = "insert into sign_in_account (provider, subject, person_id, linked_at)"
            + " values ('sandbox', 'ana', '%s', current_timestamp)".formatted(NOBODY);

    static List<Supplier<TestDatabase>> engines() {
        return List.of(TestDatabases::h2, TestDatabases::postgresql);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void nothingIsLeftForTheNext(Supplier<TestDatabase> engine) {
        TestDatabase first = engine.get();
        Map<String, List<Map<String, Object>>> fresh = rows(first);
        run(first, "insert into delegation_state (body_id, version) values ('" + NOBODY + "', 1)");
        run(first, "update clock_advance set microseconds = 7");
        run(first, "delete from taking_part");
        first.close();
        try (TestDatabase next = engine.get()) {
            assertThat(next.url()).isEqualTo(first.url());
            assertThat(rows(next)).isEqualTo(fresh).hasSizeGreaterThan(100);
            assertThatThrownBy(() -> run(next, OF_NOBODY)).hasMessageMatching("(?si).*(referential|foreign key).*");
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aTouchedSchemaIsNotUsedAgain(Supplier<TestDatabase> engine) {
        for (String touch : List.of(
                "alter table proposal alter column title set default 'x'",
                "create index left_over on proposal (title)",
                "drop table roster_invitation cascade")) {
            TestDatabase first = engine.get();
            run(first, touch);
            first.close();
            try (TestDatabase next = engine.get()) {
                assertThat(next.url()).as(touch).isNotEqualTo(first.url());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatSomebodyStillUsesIsNotUsedAgain(Supplier<TestDatabase> engine) throws Exception {
        TestDatabase first = engine.get();
        try (Connection kept = DriverManager.getConnection(first.url(), first.user(), first.password())) {
            first.close();
            try (TestDatabase next = engine.get()) {
                assertThat(next.url()).isNotEqualTo(first.url());
            }
            assertThat(kept.isClosed()).isEqualTo(first.engine().equals("H2"));
        }
    }

    private static void run(TestDatabase db, String sql) {
        db.jdbi().useHandle(handle -> handle.execute(sql));
    }

    private static Map<String, List<Map<String, Object>>> rows(TestDatabase db) {
        return db.jdbi().withHandle(handle -> {
            Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
            for (String table : handle.createQuery(
                            "select table_name from information_schema.tables where table_schema = 'public'")
                    .mapTo(String.class)
                    .list()) {
                rows.put(
                        table,
                        handle.createQuery("select * from " + table).mapToMap().list());
            }
            return rows;
        });
    }
}
