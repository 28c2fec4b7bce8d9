package coop.pools.bucket.sql;

import coop.pools.bucket.BucketStore;
import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Buckets, the same SQL on both databases. */
@RegisterRowMapper(BucketMapper.class)
public interface SqlBucketStore extends BucketStore {
    String SELECT = """
            select k.id, k.pool_id, k.slug, k.name, k.purpose, k.goal, b.currency, k.opened_by, k.opened_at, k.closed_at,
                   k.closed_by
            from bucket k join book b on b.id = k.pool_id
            """;

    /** A bucket's columns. */
    record Row(
            UUID id,
            UUID poolId,
            String slug,
            String name,
            String purpose,
            Optional<Long> goal,
            UUID openedBy,
            Instant openedAt) {}

    @Override
    default int insert(Bucket bucket) {
        return insertRow(new Row(
                bucket.id(),
                bucket.poolId(),
                bucket.slug(),
                bucket.name(),
                bucket.purpose(),
                bucket.goal().map(Money::minorUnits),
                bucket.openedBy(),
                bucket.openedAt()));
    }

    @SqlUpdate("""
            insert into bucket (id, pool_id, slug, name, purpose, goal, opened_by, opened_at)
            values (:id, :poolId, :slug, :name, :purpose, cast(:goal as bigint), :openedBy, :openedAt)
            on conflict do nothing
            """)
    int insertRow(@BindMethods Row row);

    @Override
    @SqlQuery(SELECT + "where k.id = :id")
    Optional<Bucket> find(UUID id);

    @Override
    @SqlQuery(SELECT + "where k.pool_id = :pool and k.slug = :slug")
    Optional<Bucket> bySlug(UUID pool, String slug);

    @Override
    default Optional<Bucket> lock(UUID pool, String slug) {
        return lockRow(pool, slug).flatMap(this::find);
    }

    @SqlQuery("select id from bucket where pool_id = :pool and slug = :slug for update")
    Optional<UUID> lockRow(UUID pool, String slug);

    @Override
    @SqlQuery(SELECT + "where k.pool_id = :pool order by k.opened_at, k.id")
    List<Bucket> ofPool(UUID pool);

    @Override
    @SqlQuery(SELECT + """
            join account a on a.book_id = k.pool_id and a.name = 'assets:held:bucket:' || k.slug and a.balance > 0
            where k.closed_at is not null order by k.closed_at, k.id limit :limit
            """)
    List<Bucket> closedWithMoney(int limit);

    @Override
    @SqlUpdate("update bucket set closed_at = :at, closed_by = :proposal where id = :id and closed_at is null")
    int close(UUID id, Instant at, UUID proposal);
}
