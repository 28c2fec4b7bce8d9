package coop.pools.treasury.sql;

import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.BatchSql;
import coop.pools.platform.db.BatchSql.Values;
import coop.pools.treasury.InboxStore.Received;
import coop.pools.treasury.Verdict;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.sql.SqlInboxStore.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of a batch. */
final class EventBatch implements BatchPart {
    private static final String KNOWN = "select event_id from payment_event where event_id";
    private static final Values INSERT = Values.inserted("""
            insert into payment_event (event_id, type, connect, kind, event, body, state, reason, tries, next_try_at,
                                       created_at, received_at)
            """, 12, " on conflict do nothing");

    private final Connection connection;
    private final Set<String> expected = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Gathered> gathered = new LinkedHashMap<>();

    EventBatch(Connection connection) {
        this.connection = connection;
    }

    private record Gathered(Received received, Verdict verdict, Backoff backoff) {}

    void expect(String eventId) {
        expected.add(eventId);
    }

    int insert(Received received, Verdict verdict, Backoff backoff) {
        String id = received.eventId();
        if (!asked.contains(id)) {
            expected.add(id);
            ask();
        }
        if (known.contains(id)) {
            return 0;
        }
        known.add(id);
        gathered.put(id, new Gathered(received, verdict, backoff));
        return 1;
    }

    /** False when the event is not one of those that this batch still has to write. */
    boolean mark(String eventId, Verdict verdict, Backoff backoff) {
        return gathered.computeIfPresent(eventId, (id, row) -> new Gathered(row.received(), verdict, backoff)) != null;
    }

    private void ask() {
        List<String> ids = List.copyOf(expected);
        expected.clear();
        try (PreparedStatement select = BatchSql.withKeys(connection, KNOWN, "", ids);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new UnreadableInbox(e);
        }
        asked.addAll(ids);
    }

    @Override
    public void write() throws SQLException {
        if (gathered.isEmpty()) {
            return;
        }
        List<Row> rows = gathered.values().stream()
                .map(one -> SqlInboxStore.row(one.received(), one.verdict(), one.backoff()))
                .toList();
        if (BatchSql.write(connection, INSERT, rows, EventBatch::bind) < rows.size()) {
            throw new SQLException("another node has taken an event of this batch meanwhile");
        }
        gathered.clear();
    }

    private static void bind(PreparedStatement insert, int first, Row row) throws SQLException {
        insert.setString(first, row.eventId());
        insert.setString(first + 1, row.type());
        insert.setBoolean(first + 2, row.connect());
        insert.setString(first + 3, row.kind());
        insert.setString(first + 4, row.event());
        insert.setBytes(first + 5, row.body());
        insert.setString(first + 6, row.state());
        insert.setString(first + 7, row.reason());
        insert.setInt(first + 8, row.tries());
        insert.setObject(first + 9, BatchSql.time(row.nextTryAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(first + 10, BatchSql.time(row.createdAt()));
        insert.setObject(first + 11, BatchSql.time(row.receivedAt()));
    }

    /** It could not be asked which events are known. */
    private static final class UnreadableInbox extends RuntimeException {
        private UnreadableInbox(SQLException cause) {
            super(cause);
        }
    }
}
