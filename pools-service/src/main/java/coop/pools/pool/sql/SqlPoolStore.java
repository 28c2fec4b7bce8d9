package coop.pools.pool.sql;

import coop.pools.governance.domain.RosterPart;
import coop.pools.pool.PoolStore;
import coop.pools.pool.domain.Pool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of Pools, the same SQL on both databases. */
@RegisterConstructorMapper(Pool.class)
@RegisterConstructorMapper(RosterPart.class)
public interface SqlPoolStore extends PoolStore {
    String POOL = "select id, slug, name, currency, legal_form, roster_version, created_at from pool ";

    @Override
    @SqlUpdate("""
            insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)
            values (:id, :slug, :name, :currency, :legalForm, :source, :groupId, :rosterVersion, :createdAt)
            on conflict do nothing
            """)
    int insert(@BindMethods Pool pool, String source, String groupId);

    @Override
    @SqlQuery(POOL + "where id = :id")
    Optional<Pool> find(UUID id);

    @Override
    @SqlQuery(POOL + "where slug = :slug")
    Optional<Pool> bySlug(String slug);

    @Override
    @SqlQuery(POOL + "where source = :source and group_id = :groupId")
    Optional<Pool> byGroup(String source, String groupId);

    @Override
    @SqlQuery(POOL + "where id in (<ids>)")
    List<Pool> byIds(@BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) List<UUID> ids);

    @Override
    @SqlQuery(POOL + "where slug > :slug order by slug limit :limit")
    List<Pool> after(String slug, int limit);

    @Override
    @SqlQuery("select slug from pool where slug = :slug or slug like :slug || '-%'")
    List<String> slugsFrom(String slug);

    @Override
    @SqlUpdate("update pool set legal_form = :legalForm where id = :pool")
    void changeForm(UUID pool, String legalForm);

    @Override
    @SqlQuery("select roster_version from pool where id = :pool for update")
    Optional<Long> lockRoster(UUID pool);

    /** For each id its row: with {@code = any}, H2 looks through all ids for each row. It holds rows in the order of the ids. */
    @Override
    @SqlQuery("""
            select p.id as pool, p.roster_version from unnest(cast(:pools as uuid array)) as w (id)
            join pool p on p.id = w.id order by p.id for update
            """)
    List<RosterPart> lockRosters(UUID[] pools);

    @Override
    @SqlUpdate("update pool set roster_version = roster_version + 1 where id = :pool")
    void raiseRoster(UUID pool);
}
