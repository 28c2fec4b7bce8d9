package coop.pools.pool.sql;

import coop.pools.pool.MarginStore;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Margins of payments, the same SQL on both databases. */
public interface SqlMarginStore extends MarginStore {
    @Override
    @SqlUpdate("""
            insert into payment_margin (proposal_id, pool_id, opened_at, left_minor)
            values (:proposal, :pool, :openedAt, :leftMinor)
            """)
    void insert(UUID proposal, UUID pool, Instant openedAt, long leftMinor);

    @Override
    default OptionalLong least(UUID pool, Instant since) {
        return leastRow(pool, since).stream().mapToLong(Long::longValue).findAny();
    }

    @SqlQuery("""
            select m.left_minor from payment_margin m join proposal p on p.id = m.proposal_id
            where m.pool_id = :pool and m.opened_at >= :since and p.blocked_at is null and coalesce(p.passed, true)
            order by m.left_minor limit 1
            """)
    Optional<Long> leastRow(UUID pool, Instant since);

    @Override
    @SqlUpdate(
            "update payment_margin set left_minor = left_minor - :byMinor where pool_id = :pool and opened_at >= :since")
    void lower(UUID pool, Instant since, long byMinor);
}
