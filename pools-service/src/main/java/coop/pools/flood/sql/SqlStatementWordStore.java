package coop.pools.flood.sql;

import coop.pools.flood.StatementWordStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of words about statements, the same SQL on both databases. */
@RegisterConstructorMapper(StatementWordStore.Place.class)
public interface SqlStatementWordStore extends StatementWordStore {
    @Override
    @SqlQuery("select ended_at from statement_word order by ended_at desc limit 1")
    Optional<Instant> last();

    @Override
    @SqlUpdate("""
            insert into statement_word (ended_at, after_flood, after_member)
            values (:endedAt, :afterFlood, :afterMember) on conflict do nothing
            """)
    int begin(Instant endedAt, UUID afterFlood, UUID afterMember);

    @Override
    @SqlQuery("""
            select after_flood as flood, after_member as member from statement_word
            where ended_at = :endedAt and done_at is null for update skip locked
            """)
    Optional<Place> lock(Instant endedAt);

    @Override
    @SqlQuery("""
            select distinct s.flood_id as flood, s.pool_id as member
            from flood_pool s
            where s.joined_at < :until and (s.left_at is null or s.left_at >= :from)
                and (s.flood_id > :afterFlood or (s.flood_id = :afterFlood and s.pool_id > :afterMember))
            order by s.flood_id, s.pool_id limit :limit
            """)
    List<Place> belonged(Instant from, Instant until, UUID afterFlood, UUID afterMember, int limit);

    @Override
    @SqlUpdate("""
            update statement_word set after_flood = :afterFlood, after_member = :afterMember where ended_at = :endedAt
            """)
    int advance(Instant endedAt, UUID afterFlood, UUID afterMember);

    @Override
    @SqlUpdate("update statement_word set done_at = :now where ended_at = :endedAt")
    int finish(Instant endedAt, Instant now);
}
