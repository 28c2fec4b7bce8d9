package coop.pools.treasury.sql;

import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.BatchSql;
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
    private static final String UPDATE = """
            update contribution set state = ?, checkout_id = ?, checkout_url = ?, checkout_expires_at = ?,
                payment_id = ?, paid_at = ?, fee = ?, available_on = ?, release_at = ?, note = ?, tries = ?,
                next_try_at = ?
            where id = ?
            """;

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
        String select = SqlContributionStore.SELECT + "where id in ";
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
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Contribution contribution : changed.values()) {
                bind(update, ContributionRow.of(contribution));
                update.addBatch();
            }
            update.executeBatch();
        }
        changed.clear();
    }

    private static void bind(PreparedStatement update, ContributionRow row) throws SQLException {
        update.setString(1, row.state());
        update.setString(2, row.checkoutId().orElse(null));
        update.setString(3, row.checkoutUrl().orElse(null));
        update.setObject(4, BatchSql.time(row.checkoutExpiresAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setString(5, row.paymentId().orElse(null));
        update.setObject(6, BatchSql.time(row.paidAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setObject(7, row.fee().orElse(null), Types.BIGINT);
        update.setObject(8, BatchSql.time(row.availableOn()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setObject(9, BatchSql.time(row.releaseAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setString(10, row.note());
        update.setInt(11, row.tries());
        update.setObject(12, BatchSql.time(row.nextTryAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        update.setObject(13, row.id());
    }

    /** The contributions of a batch could not be locked and read. */
    private static final class UnreadableContributions extends RuntimeException {
        private UnreadableContributions(SQLException cause) {
            super(cause);
        }
    }
}
