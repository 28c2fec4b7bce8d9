package coop.pools.exit.sql;

import coop.pools.exit.PoolEndStore;
import coop.pools.exit.domain.PoolEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of Pools that end, the same SQL on both databases. */
@RegisterConstructorMapper(PoolEnd.class)
public interface SqlPoolEndStore extends PoolEndStore {
    String END = """
            select pool_id as pool, proposal_id as proposal, payee_id as payee, since, claimed_up_to, ended_at from pool_end
            where pool_id = :pool
            """;

    @Override
    @SqlUpdate("""
            insert into pool_end (pool_id, proposal_id, payee_id, since, claimed_up_to, next_try_at)
            values (:pool, :proposal, cast(:payee as uuid), :since, :claimedUpTo, :since) on conflict do nothing
            """)
    int insert(@BindMethods PoolEnd end);

    @Override
    @SqlQuery(END)
    Optional<PoolEnd> find(UUID pool);

    @Override
    @SqlQuery(END + " for update")
    Optional<PoolEnd> lock(UUID pool);

    @Override
    @SqlQuery("select pool_id from pool_end where next_try_at <= :now order by next_try_at, pool_id limit :limit")
    List<UUID> due(Instant now, int limit);

    @Override
    @SqlUpdate("update pool_end set next_try_at = :at where pool_id = :pool and ended_at is null")
    void again(UUID pool, Instant at);

    @Override
    @SqlUpdate("update pool_end set claimed_up_to = :upTo where pool_id = :pool")
    void claimed(UUID pool, int upTo);

    @Override
    @SqlUpdate("update pool_end set ended_at = :at, next_try_at = null where pool_id = :pool and ended_at is null")
    void ended(UUID pool, Instant at);
}
