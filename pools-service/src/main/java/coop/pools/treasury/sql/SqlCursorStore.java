package coop.pools.treasury.sql;

import coop.pools.treasury.CursorStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Cursors, the same SQL on both databases. */
@RegisterConstructorMapper(CursorStore.Cursor.class)
public interface SqlCursorStore extends CursorStore {
    @Override
    @SqlUpdate("insert into processor_cursor (name, next_at) values (:name, :nextAt) on conflict do nothing")
    int insert(String name, Instant nextAt);

    @Override
    @SqlQuery("""
            select name, seen_until, sweep_since, sweep_started_at, page_after, next_at
            from processor_cursor where name = :name
            """)
    Optional<Cursor> find(String name);

    @Override
    @SqlUpdate("""
            update processor_cursor set leased_until = :until
            where name = :name and next_at <= :latest and (leased_until is null or leased_until <= :now)
            """)
    int lease(String name, Instant now, Instant latest, Instant until);

    @Override
    @SqlUpdate("""
            update processor_cursor set seen_until = cast(:c.seenUntil as timestamp with time zone),
                sweep_since = cast(:c.sweepSince as timestamp with time zone),
                sweep_started_at = cast(:c.sweepStartedAt as timestamp with time zone),
                page_after = cast(:c.pageAfter as varchar), leased_until = :longer
            where name = :c.name and leased_until = :leasedUntil
            """)
    int save(@BindMethods("c") Cursor cursor, Instant leasedUntil, Instant longer);

    @Override
    @SqlUpdate("""
            update processor_cursor set leased_until = null, next_at = :nextAt
            where name = :name and leased_until = :leasedUntil
            """)
    int release(String name, Instant leasedUntil, Instant nextAt);
}
