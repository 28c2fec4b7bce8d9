package coop.pools.membership.sql;

import coop.pools.membership.RosterImportStore;
import coop.pools.membership.domain.RosterImport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of rosters being read, the same SQL on both databases. */
@RegisterConstructorMapper(RosterImport.class)
public interface SqlRosterImportStore extends RosterImportStore {
    String IMPORT = """
            select id, pool_id, person_id, source, group_id, next_cursor, state, pages, read_count, total, failures,
                   problem, next_at, started_at
            from roster_import
            """;

    @Override
    @SqlUpdate("""
            insert into roster_import (id, pool_id, person_id, source, group_id, state, pages, read_count, failures,
                                       next_at, started_at)
            values (:id, :poolId, :personId, :source, :groupId, :state, :pages, :readCount, :failures,
                    :nextAt, :startedAt)
            """)
    void insert(@BindMethods RosterImport job);

    @Override
    @SqlQuery(IMPORT + "where id = :id")
    Optional<RosterImport> find(UUID id);

    @Override
    @SqlQuery(IMPORT + "where pool_id = :pool order by started_at desc, id limit 1")
    Optional<RosterImport> latestOf(UUID pool);

    @Override
    @SqlQuery("""
            select id from roster_import where state = 'RUNNING' and next_at <= :now order by next_at, id limit :limit
            """)
    List<UUID> due(Instant now, int limit);

    @Override
    @SqlUpdate("""
            update roster_import set next_at = :until where id = :id and state = 'RUNNING' and next_at <= :now
            """)
    int claim(UUID id, Instant now, Instant until);

    @Override
    @SqlUpdate("""
            update roster_import
            set next_cursor = :nextCursor, state = :state, pages = :pages, read_count = :readCount, total = :total,
                failures = :failures, problem = :problem, next_at = :nextAt,
                finished_at = cast(:finishedAt as timestamp with time zone)
            where id = :id and state = 'RUNNING' and pages = :pagesBefore
            """)
    int move(@BindMethods RosterImport job, int pagesBefore, Optional<Instant> finishedAt);

    @Override
    @SqlUpdate("update roster_import set next_at = :now where id = :id and state = 'RUNNING'")
    void release(UUID id, Instant now);
}
