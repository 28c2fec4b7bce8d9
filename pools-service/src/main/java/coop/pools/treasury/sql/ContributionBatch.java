package coop.pools.treasury.sql;

import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.BatchSql;
import coop.pools.platform.db.BatchSql.Values;
import coop.pools.treasury.domain.Contribution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The contributions of a batch, locked in the order of their ids so that two nodes do not wait for each other. */
final class ContributionBatch implements BatchPart {
    private static final String TEXT = "cast(? as varchar)";
    private static final String TIME = "cast(? as timestamp with time zone)";
    private static final Values UPDATE = new Values(
            "merge into contribution c using (",
            List.of(
                    "cast(? as uuid)",
                    TEXT,
                    TEXT,
                    TEXT,
                    TIME,
                    TEXT,
                    TIME,
                    "cast(? as bigint)",
                    TIME,
                    TIME,
                    TEXT,
                    "cast(? as integer)",
                    TIME),
            """
            ) v (id, state, checkout_id, checkout_url, checkout_expires_at, payment_id, paid_at, fee, available_on,
                 release_at, note, tries, next_try_at)
            on c.id = v.id when matched then update set state = v.state, checkout_id = v.checkout_id,
                checkout_url = v.checkout_url, checkout_expires_at = v.checkout_expires_at,
                payment_id = v.payment_id, paid_at = v.paid_at, fee = v.fee, available_on = v.available_on,
                release_at = v.release_at, note = v.note, tries = v.tries, next_try_at = v.next_try_at
            """);

    private final Connection connection;
    private final SortedSet<UUID> expected = new TreeSet<>();
    private final Map<UUID, Optional<Contribution>> locked = new HashMap<>();
    private final Map<UUID, Contribution> changed = new TreeMap<>();

    ContributionBatch(Connection connection) {
        this.connection = connection;
    }

    void expect(UUID id) {
        expected.add(id);
    }

    Optional<Contribution> lock(UUID id) {
        if (!locked.containsKey(id)) {
            expected.add(id);
            lockExpected();
        }
        return locked.get(id);
    }

    /** False when the contribution was not locked in this batch. */
    boolean save(Contribution contribution) {
        if (!locked.containsKey(contribution.id())) {
            return false;
        }
        locked.put(contribution.id(), Optional.of(contribution));
        changed.put(contribution.id(), contribution);
        return true;
    }

    private void lockExpected() {
        List<UUID> ids = List.copyOf(expected);
        expected.clear();
        ids.forEach(id -> locked.putIfAbsent(id, Optional.empty()));
        String select = SqlContributionStore.SELECT + "where id";
        try (PreparedStatement statement = BatchSql.withKeys(connection, select, " order by id for update", ids);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Contribution read = ContributionMapper.read(row);
                locked.put(read.id(), Optional.of(read));
            }
        } catch (SQLException e) {
            throw new UnreadableContributions(e);
        }
    }

    @Override
    public void write() throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        List<ContributionRow> rows =
                changed.values().stream().map(ContributionRow::of).toList();
        BatchSql.write(connection, UPDATE, rows, ContributionBatch::bind);
        changed.clear();
    }

    private static void bind(PreparedStatement update, int first, ContributionRow row) throws SQLException {
        update.setObject(first, row.id());
        update.setString(first + 1, row.state());
        update.setString(first + 2, row.checkoutId().orElse(null));
        update.setString(first + 3, row.checkoutUrl().orElse(null));
        update.setObject(first + 4, BatchSql.time(row.checkoutExpiresAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setString(first + 5, row.paymentId().orElse(null));
        update.setObject(first + 6, BatchSql.time(row.paidAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setObject(first + 7, row.fee().orElse(null), Types.BIGINT);
        update.setObject(first + 8, BatchSql.time(row.availableOn()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setObject(first + 9, BatchSql.time(row.releaseAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setString(first + 10, row.note());
        update.setInt(first + 11, row.tries());
        update.setObject(first + 12, BatchSql.time(row.nextTryAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** The contributions of a batch could not be locked and read. */
    private static final class UnreadableContributions extends RuntimeException {
        private UnreadableContributions(SQLException cause) {
            super(cause);
        }
    }
}
