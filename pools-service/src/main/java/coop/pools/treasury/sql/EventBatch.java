package coop.pools.treasury.sql;

import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.ManyRows;
import coop.pools.platform.db.ManyRows.Columns;
import coop.pools.platform.db.RowsToRead;
import coop.pools.platform.db.RowsToWrite;
import coop.pools.treasury.InboxStore.Received;
import coop.pools.treasury.Verdict;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.sql.SqlInboxStore.Row;
import java.sql.Connection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of a batch. */
final class EventBatch implements BatchPart {
    private static final String KNOWN = "select event_id from payment_event where event_id = any (?)";
    private static final ManyRows<Row> INSERT = new Columns<Row>()
            .text("event_id", Row::eventId)
            .text("type", Row::type)
            .flag("connect", Row::connect)
            .text("kind", Row::kind)
            .text("event", Row::event)
            .bytes("body", Row::body)
            .text("state", Row::state)
            .text("reason", Row::reason)
            .number("tries", Row::tries)
            .optionalTime("next_try_at", Row::nextTryAt)
            .time("created_at", Row::createdAt)
            .time("received_at", Row::receivedAt)
            .insertedInto("payment_event");

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
            RowsToRead.readAll(connection, expected());
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

    @Override
    public List<RowsToRead> expected() {
        if (expected.isEmpty()) {
            return List.of();
        }
        List<String> ids = List.copyOf(expected);
        expected.clear();
        asked.addAll(ids);
        return List.of(new RowsToRead(KNOWN, ids, row -> known.add(row.getString(1))));
    }

    /** Fails where another node has taken an event of the batch meanwhile; its pieces are done one by one then. */
    @Override
    public List<RowsToWrite<?>> handOver() {
        if (gathered.isEmpty()) {
            return List.of();
        }
        List<Row> rows = gathered.values().stream()
                .map(one -> SqlInboxStore.row(one.received(), one.verdict(), one.backoff()))
                .toList();
        gathered.clear();
        return List.of(new RowsToWrite<>(INSERT, rows));
    }
}
