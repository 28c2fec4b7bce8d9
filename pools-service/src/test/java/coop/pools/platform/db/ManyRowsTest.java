package coop.pools.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

class ManyRowsTest {
    private record Row(UUID id, Instant at, Optional<Instant> until) {}

    private static final ManyRows<Row> INSERT = new ManyRows.Columns<Row>()
            .id("id", Row::id)
            .time("at", Row::at)
            .optionalTime("until", Row::until)
            .insertedInto("moment");
    private static final UUID LOW = new UUID(0, 0);
    private static final UUID HIGH = new UUID(-1, -1);
    private static final UUID MIXED = UUID.fromString("8f6b2a10-0000-4000-bfff-123456789abc");

    @EveryDatabase
    void idsAndMomentsComeBackAsTheyWere(TestDatabase db) throws SQLException {
        List<Row> rows = List.of(
                new Row(LOW, Instant.parse("1969-12-31T23:59:59.999999Z"), Optional.empty()),
                new Row(HIGH, Instant.parse("2000-01-01T00:00:00Z"), Optional.of(Instant.EPOCH)),
                new Row(
                        MIXED,
                        Instant.parse("9999-12-31T23:59:59.000001Z"),
                        Optional.of(Instant.parse("2026-03-01T12:00:00.123456Z"))));
        db.jdbi().useHandle(handle -> {
            handle.execute(
                    "create table moment (id uuid, at timestamp with time zone, until timestamp with time zone)");
            write(handle, rows);
            List<Row> found = handle.createQuery("select * from moment order by id")
                    .map((row, context) -> new Row(
                            row.getObject("id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)))
                    .list();
            assertThat(found).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(ids(handle, List.of(HIGH, MIXED, new UUID(5, 5)))).containsExactlyInAnyOrder(HIGH, MIXED);
        });
    }

    private static void write(Handle handle, List<Row> rows) throws SQLException {
        RowsToWrite.writeAll(
                handle.getConnection(),
                List.of(new RowsToWrite<>(INSERT, rows.subList(0, 1)), new RowsToWrite<>(INSERT, rows.subList(1, 3))));
    }

    private static List<UUID> ids(Handle handle, List<UUID> keys) {
        List<UUID> found = new ArrayList<>();
        RowsToRead.readAll(
                handle.getConnection(),
                List.of(new RowsToRead(
                        "select id from moment where id = any (?)",
                        keys,
                        row -> found.add(row.getObject(1, UUID.class)))));
        return found;
    }
}
