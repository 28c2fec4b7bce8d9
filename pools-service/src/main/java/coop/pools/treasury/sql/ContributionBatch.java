package coop.pools.treasury.sql;

import coop.pools.kernel.IdSource;
import coop.pools.platform.db.BatchPart;
import coop.pools.platform.db.ManyRows;
import coop.pools.platform.db.ManyRows.Columns;
import coop.pools.platform.db.RowsToRead;
import coop.pools.platform.db.RowsToWrite;
import coop.pools.treasury.domain.Contribution;
import java.sql.Connection;
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
    private static final ManyRows<ContributionRow> UPDATE = new Columns<ContributionRow>()
            .id("id", ContributionRow::id)
            .text("state", ContributionRow::state)
            .optionalText("checkout_id", ContributionRow::checkoutId)
            .optionalText("checkout_url", ContributionRow::checkoutUrl)
            .optionalTime("checkout_expires_at", ContributionRow::checkoutExpiresAt)
            .optionalText("payment_id", ContributionRow::paymentId)
            .optionalTime("paid_at", ContributionRow::paidAt)
            .optionalAmount("fee", ContributionRow::fee)
            .optionalTime("available_on", ContributionRow::availableOn)
            .optionalTime("release_at", ContributionRow::releaseAt)
            .text("note", ContributionRow::note)
            .number("tries", ContributionRow::tries)
            .optionalTime("next_try_at", ContributionRow::nextTryAt)
            .mergedInto("contribution c", """
                    on c.id = v.id when matched then update set state = v.state, checkout_id = v.checkout_id,
                        checkout_url = v.checkout_url, checkout_expires_at = v.checkout_expires_at,
                        payment_id = v.payment_id, paid_at = v.paid_at, fee = v.fee, available_on = v.available_on,
                        release_at = v.release_at, note = v.note, tries = v.tries, next_try_at = v.next_try_at
                    """);

    private static final String LOCK = SqlContributionStore.SELECT + "where id = any (?) order by id for update";

    private final Connection connection;
    private final SortedSet<UUID> expected = new TreeSet<>(IdSource.IN_ORDER);
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
            RowsToRead.readAll(connection, expected());
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

    @Override
    public List<RowsToRead> expected() {
        if (expected.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = List.copyOf(expected);
        expected.clear();
        ids.forEach(id -> locked.putIfAbsent(id, Optional.empty()));
        return List.of(new RowsToRead(LOCK, ids, row -> {
            Contribution read = ContributionMapper.read(row);
            locked.put(read.id(), Optional.of(read));
        }));
    }

    @Override
    public List<RowsToWrite<?>> handOver() {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<ContributionRow> rows =
                changed.values().stream().map(ContributionRow::of).toList();
        changed.clear();
        return List.of(new RowsToWrite<>(UPDATE, rows));
    }
}
