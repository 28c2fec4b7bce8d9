package coop.pools.pool.sql;

import coop.pools.pool.MarginStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
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
    default void take(UUID refund, UUID pool, Instant since, long minor) {
        keep(refund, pool, since, minor);
        raise(pool, since, -minor);
    }

    @SqlUpdate("insert into margin_taken (refund_id, pool_id, given_at, taken_minor)"
            + " values (:refund, :pool, :since, :minor)")
    void keep(UUID refund, UUID pool, Instant since, long minor);

    /** Also of votes that opened after the refund: they were measured without this money. */
    @SqlUpdate(
            "update payment_margin set left_minor = left_minor + :byMinor where pool_id = :pool and opened_at >= :since")
    void raise(UUID pool, Instant since, long byMinor);

    @Override
    default void giveBack(UUID refund) {
        taken(refund).forEach(row -> raise(row.pool(), row.since(), row.minor()));
        forget(refund);
    }

    @SqlQuery("select pool_id as pool, given_at as since, taken_minor as minor from margin_taken"
            + " where refund_id = :refund order by pool_id")
    @RegisterConstructorMapper(Taken.class)
    List<Taken> taken(UUID refund);

    @SqlUpdate("delete from margin_taken where refund_id = :refund")
    void forget(UUID refund);

    /** What a refund took of one Pool's margins. */
    record Taken(UUID pool, Instant since, long minor) {}
}
