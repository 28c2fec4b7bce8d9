package coop.pools.membership.sql;

import coop.pools.membership.TakingPartStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who takes part, the same SQL on both databases. */
@RegisterConstructorMapper(TakingPartStore.Upto.class)
public interface SqlTakingPartStore extends TakingPartStore {
    @Override
    @SqlQuery("select upto, upto_id from taking_part where no = 1 for update")
    Upto lock();

    @Override
    @SqlUpdate("update taking_part set upto = :upto, upto_id = :uptoId where no = 1")
    void move(Instant upto, UUID uptoId);

    @Override
    @SqlQuery("""
            select closed_at as upto, id as upto_id from proposal
            where closed_at < :before and (closed_at > :upto or (closed_at = :upto and id > :uptoId))
            order by closed_at, id limit :limit
            """)
    List<Upto> closed(Instant upto, UUID uptoId, Instant before, int limit);

    @Override
    @SqlUpdate("""
            update membership set active_at = :at
            where left_version is null and joined_at < :stale and (active_at is null or active_at < :stale)
                and pool_id in (select e.pool_id from electorate_part e where e.proposal_id = :proposal)
                and person_id in (
                    select b.person_id from ballot b where b.proposal_id = :proposal and b.choice <> 'withdrawn'
                    union select c.author from proposal_comment c where c.proposal_id = :proposal
                    union select p.author from proposal p where p.id = :proposal)
            """)
    int note(UUID proposal, Instant at, Instant stale);
}
